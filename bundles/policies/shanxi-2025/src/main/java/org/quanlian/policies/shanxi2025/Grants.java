package org.quanlian.policies.shanxi2025;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.Money;
import org.quanlian.policy.api.Decision;

/**
 * What each service of a claim earns, in the order given, until the cap is reached (补助金额). Source: notice 三 and
 * 五（二）.
 *
 * @param each the grant of each service
 * @param cutByCap whether the cap made a grant smaller
 * @param amounts the sums
 * @param amountsOfNothing the sums when nothing may be paid after all
 */
record Grants(List<Money> each, boolean cutByCap, Decision.Amounts amounts, Decision.Amounts amountsOfNothing) {

    static Grants within(Money cap, Money grantedBefore, List<Money> spends, Terms terms) {
        Money available = cap.minus(grantedBefore).atLeastZero();
        Money left = available;
        Money spend = Money.ZERO;
        Money granted = Money.ZERO;
        boolean cut = false;
        List<Money> each = new ArrayList<>(spends.size());
        for (Money supportable : spends) {
            Money earned = terms.support().ratio().ofDown(supportable);
            Money grant = earned.min(left);
            cut |= grant.compareTo(earned) < 0;
            left = left.minus(grant);
            granted = granted.plus(grant);
            spend = spend.plus(supportable);
            each.add(grant);
        }
        return new Grants(List.copyOf(each), cut, shared(spend, granted, cap, left, terms), nothing(cap, available));
    }

    private static Decision.Amounts shared(Money spend, Money grant, Money cap, Money left, Terms terms) {
        Money city = terms.support().oddFen() == Terms.OddFen.PROVINCE
                ? terms.support().cityShare().ofDown(grant)
                : grant.minus(terms.support().cityShare().complement().ofDown(grant));
        return new Decision.Amounts(spend, grant, grant.minus(city), city, cap, left);
    }

    private static Decision.Amounts nothing(Money cap, Money available) {
        return new Decision.Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, cap, available);
    }
}
