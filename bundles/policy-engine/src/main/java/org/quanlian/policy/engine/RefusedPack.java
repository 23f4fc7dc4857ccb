package org.quanlian.policy.engine;

import java.util.Objects;

/**
 * A pack that is on the node and does not decide claims.
 *
 * @param origin the bundle it came in, for people
 * @param reason why it was refused
 */
public record RefusedPack(String origin, String reason) {
    public RefusedPack {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
    }
}
