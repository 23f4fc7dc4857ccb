package org.quanlian.policy.engine;

import java.util.List;
import java.util.Objects;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.parameters.Parameters;

/**
 * A policy version that can decide claims now.
 *
 * @param descriptor what it is and what it stands on
 * @param digest digest of its bundle's content, {@code sha-256:} and 64 hexadecimal digits
 * @param parameters its parameters
 * @param rules its rules
 * @param current whether it is the one that decides when nobody asks for a version
 */
public record PolicyVersion(
        PolicyDescriptor descriptor,
        String digest,
        Parameters parameters,
        List<RuleDescription> rules,
        boolean current) {
    public PolicyVersion {
        Objects.requireNonNull(descriptor, "descriptor");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(parameters, "parameters");
        rules = List.copyOf(rules);
    }
}
