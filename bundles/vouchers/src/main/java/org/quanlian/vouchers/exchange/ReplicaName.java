package org.quanlian.vouchers.exchange;

import java.util.Objects;
import org.quanlian.model.Area;

/**
 * Which items of whom, as told to whom (副本名称).
 *
 * @param owner the province whose items they are
 * @param audience the province that is told; the owner itself for what it tells to all alike
 * @param dataClass code of the class of data
 */
public record ReplicaName(Area owner, Area audience, String dataClass) {
    public ReplicaName {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(dataClass, "dataClass");
    }

    /** What a province tells to all alike. */
    public static ReplicaName toAll(Area owner, String dataClass) {
        return new ReplicaName(owner, owner, dataClass);
    }
}
