package org.quanlian.policy.api;

import java.util.List;

/**
 * What holds around a claim and is neither a fact about it nor part of the policy.
 *
 * @param agreements the cooperation agreements in force, in a fixed order
 */
public record Circumstances(List<Agreement> agreements) {
    /** No agreement is in force. */
    public static final Circumstances NONE = new Circumstances(List.of());

    public Circumstances {
        agreements = List.copyOf(agreements);
    }
}
