package org.quanlian.policy.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.quanlian.model.Money;
import org.quanlian.policy.api.parameters.EffectiveValue;

/**
 * What a policy says about a claim (核定结果), with every reason. It can be recomputed exactly from the same facts, the
 * same policy version and the same agreements.
 *
 * @param policy the policy version that decided
 * @param document number of the document on which that policy stands (文号)
 * @param status how far that policy may be relied on
 * @param outcome what it comes to
 * @param amounts what may be paid, and what is left of the cap
 * @param services what it says about each service, in the order claimed
 * @param findings what every rule about the claim as a whole found, in the order of the rules
 * @param agreements the cooperation agreements without which a service would have been rejected
 * @param day the date, in Asia/Shanghai, whose parameter values were used
 * @param values the parameter values in effect on that day, with their clauses
 */
public record Decision(
        PolicyKey policy,
        String document,
        Status status,
        ClaimOutcome outcome,
        Amounts amounts,
        List<ServiceDecision> services,
        List<Finding> findings,
        List<AgreementUse> agreements,
        LocalDate day,
        List<EffectiveValue> values) {
    public Decision {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(amounts, "amounts");
        services = List.copyOf(services);
        findings = List.copyOf(findings);
        agreements = List.copyOf(agreements);
        Objects.requireNonNull(day, "day");
        values = List.copyOf(values);
    }

    /**
     * The sums of a decision, in yuan.
     *
     * @param supportableSpend spend of all services that counts this year (可支持支出)
     * @param grant what all services earn this year (补助金额)
     * @param provinceShare what the province pays of the grant (省级承担)
     * @param cityShare what the city pays of the grant (市级承担)
     * @param cap the most that the applicant may be granted in the year (年度限额)
     * @param capRemaining what is left of the cap after this grant and those before (剩余限额)
     */
    public record Amounts(
            Money supportableSpend, Money grant, Money provinceShare, Money cityShare, Money cap, Money capRemaining) {
        /** @throws IllegalArgumentException when the shares do not sum to the grant */
        public Amounts {
            if (!provinceShare.plus(cityShare).equals(grant)) {
                throw new IllegalArgumentException(
                        "shares of " + provinceShare + " and " + cityShare + " do not sum to the grant of " + grant);
            }
        }
    }

    /**
     * A cooperation agreement that a decision stands on (合作协议).
     *
     * @param id name of the agreement
     * @param version version of its bundle
     * @param source where the policy says that the agreement applies
     * @param status how far it may be relied on
     */
    public record AgreementUse(String id, Version version, LegalRef source, Status status) {
        public AgreementUse {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(status, "status");
        }
    }
}
