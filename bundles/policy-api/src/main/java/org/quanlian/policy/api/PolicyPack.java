package org.quanlian.policy.api;

import java.util.List;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.api.parameters.Parameters;

/**
 * One province's one year of policy (政策包), in one version.
 *
 * <p>Registered as an OSGi service and listed in {@code META-INF/services}, so that the same jar works in the node, on
 * the command line and in a simulation. Every method is pure: no I/O, no clock, no state that changes.
 */
public interface PolicyPack {
    /** What it is and what it stands on. */
    PolicyDescriptor descriptor();

    /** Its parameters, with their clauses. */
    Parameters parameters();

    /** Its rules in the order in which findings come: those about a claim, then those about a service. */
    List<RuleDescription> rules();

    /**
     * Decides a claim.
     *
     * @throws NoValueException when the claim's day lies before the first day for which the pack has values
     */
    Decision assess(Claim claim, Circumstances circumstances);
}
