package org.quanlian.policy.api;

import java.util.List;
import java.util.Objects;
import org.quanlian.model.Money;

/**
 * What a decision says about one service.
 *
 * @param id name of the service within its claim
 * @param outcome what it comes to
 * @param supportableSpend spend that counts this year, in yuan (可支持支出)
 * @param carriedOver spend of the carry-over period, in yuan (结转支出)
 * @param grant what it earns this year, in yuan (补助金额)
 * @param findings what every rule about a service found, in the order of the rules
 */
public record ServiceDecision(
        String id,
        ServiceOutcome outcome,
        Money supportableSpend,
        Money carriedOver,
        Money grant,
        List<Finding> findings) {
    public ServiceDecision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
    }
}
