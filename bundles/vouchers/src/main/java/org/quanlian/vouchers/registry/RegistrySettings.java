package org.quanlian.vouchers.registry;

import java.time.Duration;
import java.util.Objects;
import org.quanlian.vouchers.relations.ControlRules;

/**
 * Settings of the node that no notice gives.
 *
 * @param creditListMaxAgeDays how old the list of the discredited may be to know of somebody that they are not on it
 * @param control what counts as control
 * @param catalogueMaxAge how long ago a partner's catalogue may have been known to be current
 */
public record RegistrySettings(int creditListMaxAgeDays, ControlRules control, Duration catalogueMaxAge) {
    /**
     * A list not older than 31 days; control as {@link ControlRules#DEFAULT} has it; a catalogue that was current within
     * the last 7 days. Not in the notice.
     */
    public static final RegistrySettings DEFAULT = new RegistrySettings(31, ControlRules.DEFAULT, Duration.ofDays(7));

    /** @throws IllegalArgumentException when an age is negative */
    public RegistrySettings {
        Objects.requireNonNull(control, "control");
        if (creditListMaxAgeDays < 0) {
            throw new IllegalArgumentException("an age is not negative");
        }
    }
}
