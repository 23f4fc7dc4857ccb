package org.quanlian.benchmarks.peers.drools;

import java.util.List;
import org.quanlian.benchmarks.peers.NoticeTerms;
import org.quanlian.model.Money;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.ServiceOutcome;

/** The grants of a claim once the rules about its services have spoken, as a bean for the rules about the cap. */
public final class GrantFacts {
    private final ClaimFacts claim;
    private final Money cap;
    private final long available;
    private final Money[] grants;
    private long left;
    private long spend;
    private boolean cut;

    GrantFacts(ClaimFacts claim, List<ServiceFacts> services, List<ServiceOutcome> outcomes) {
        this.claim = claim;
        this.cap = claim.isTenant() ? NoticeTerms.TENANT_CAP : NoticeTerms.CAP;
        this.available = Math.max(
                0, cap.fen() - claim.grantedThisYear().orElse(Money.ZERO).fen());
        this.grants = new Money[services.size()];
        this.left = available;
        for (int i = 0; i < grants.length; i++) {
            long supportable = outcomes.get(i) == ServiceOutcome.REJECTED
                    ? 0
                    : services.get(i).supportableFen();
            long earned = supportable / 2;
            long granted = Math.min(earned, left);
            cut |= granted < earned;
            left -= granted;
            spend += supportable;
            grants[i] = new Money(granted);
        }
    }

    public boolean isGrantedTold() {
        return claim.grantedThisYear().isKnown();
    }

    public boolean isCut() {
        return cut;
    }

    public Money getCap() {
        return cap;
    }

    public ClaimFacts getClaim() {
        return claim;
    }

    Money grant(int service) {
        return grants[service];
    }

    Decision.Amounts amounts() {
        Money grant = new Money(available - left);
        Money city = new Money(grant.fen() / 2);
        return new Decision.Amounts(new Money(spend), grant, grant.minus(city), city, cap, new Money(left));
    }

    Decision.Amounts amountsOfNothing() {
        return new Decision.Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, cap, new Money(available));
    }
}
