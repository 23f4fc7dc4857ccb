package org.quanlian.wire;

import java.util.List;
import java.util.Objects;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.parameters.Parameters;

/**
 * A policy version as people read it.
 *
 * @param descriptor what it is and what it stands on
 * @param digest digest of its bundle's content
 * @param parameters its parameters with their clauses
 * @param rules its rules with their clauses
 * @param current whether it decides when nobody asks for a version
 */
public record PolicyView(
        PolicyDescriptor descriptor,
        String digest,
        Parameters parameters,
        List<RuleDescription> rules,
        boolean current) {
    public PolicyView {
        Objects.requireNonNull(descriptor, "descriptor");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(parameters, "parameters");
        rules = List.copyOf(rules);
    }
}
