package org.quanlian.demo;

import static org.quanlian.vouchers.claims.ClaimState.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanlian.vouchers.claims.ClaimState;

/** What becomes of claims: how many end in which state, and how far a claim goes to get there. */
final class Fates {
    /** Of a thousand; what is left of it is paid. */
    private static final Map<ClaimState, Integer> SHARES = new EnumMap<>(ClaimState.class);

    static {
        SHARES.put(DRAFT, 25);
        SHARES.put(WITHDRAWN, 25);
        SHARES.put(FILED, 8);
        SHARES.put(RETURNED, 8);
        SHARES.put(REJECTED, 40);
        SHARES.put(RECOMMENDED, 6);
        SHARES.put(DECLINED, 18);
        SHARES.put(ACCEPTED, 8);
        SHARES.put(CARRIED_OVER, 30);
        SHARES.put(IN_EXPERT_REVIEW, 8);
        SHARES.put(REVIEWED, 10);
        SHARES.put(NOT_APPROVED, 30);
        SHARES.put(EXHAUSTED, 40);
        SHARES.put(APPROVED, 15);
        SHARES.put(PUBLISHED, 30);
        SHARES.put(HALTED, 4);
        SHARES.put(CONFIRMED, 20);
        SHARES.put(ALLOCATED, 70);
        SHARES.put(REVOKED, 8);
        SHARES.put(PARTLY_CLAWED_BACK, 5);
        SHARES.put(CLAWED_BACK, 5);
    }

    private static final int WHOLE = 1000;

    /** With its city at the end, one way or the other. */
    static final Set<ClaimState> NOT_RECOMMENDED = EnumSet.of(DRAFT, WITHDRAWN, FILED, RETURNED, REJECTED);

    /** Accepted by the sharing centre. */
    static final Set<ClaimState> ACCEPTED_BY_CENTRE = without(NOT_RECOMMENDED, RECOMMENDED, DECLINED);

    /** Given to experts. */
    static final Set<ClaimState> ASSIGNED = without(complement(ACCEPTED_BY_CENTRE), ACCEPTED, CARRIED_OVER);

    /** Put before the department. */
    static final Set<ClaimState> DECIDED = without(complement(ASSIGNED), IN_EXPERT_REVIEW, REVIEWED);

    /** Money was approved for them, before anything that happened later. */
    static final Set<ClaimState> GRANTED = without(complement(DECIDED), NOT_APPROVED, EXHAUSTED);

    /** On the first public notice, and confirmed. */
    static final Set<ClaimState> CONFIRMED_FIRST = without(complement(GRANTED), APPROVED, PUBLISHED, HALTED);

    /** The province's money went to their cities. */
    static final Set<ClaimState> FUNDED = without(complement(CONFIRMED_FIRST), CONFIRMED);

    /** Paid in whole, before anything that happened later. */
    static final Set<ClaimState> PAID_OUT = without(complement(FUNDED), ALLOCATED, REVOKED);

    private Fates() {}

    /** The fates of so many claims: at least one of every state. */
    static List<ClaimState> of(int claims) {
        List<ClaimState> fates = new ArrayList<>(claims);
        SHARES.forEach((state, share) -> {
            int count = Math.max(1, claims * share / WHOLE);
            for (int i = 0; i < count; i++) {
                fates.add(state);
            }
        });
        while (fates.size() < claims) {
            fates.add(PAID);
        }
        return fates;
    }

    private static Set<ClaimState> complement(Set<ClaimState> of) {
        return EnumSet.complementOf(EnumSet.copyOf(of));
    }

    /** Every state but those, and but these. */
    private static Set<ClaimState> without(Set<ClaimState> those, ClaimState... these) {
        Set<ClaimState> rest = complement(those);
        rest.removeAll(List.of(these));
        return rest;
    }
}
