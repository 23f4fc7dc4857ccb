package org.quanlian.demo;

import static org.quanlian.vouchers.claims.ClaimState.NOT_APPROVED;
import static org.quanlian.vouchers.claims.ClaimState.PAID;
import static org.quanlian.vouchers.claims.ClaimState.PUBLISHED;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.demo.Script.ClaimPlan;
import org.quanlian.demo.Script.Turn;
import org.quanlian.vouchers.claims.ClaimState;

/** Gives some claims a turn out of the ordinary. */
final class Turns {
    private static final int CORRECTED_EACH = 12;
    private static final int GIVEN_BACK_EACH = 40;

    private Turns() {}

    static List<ClaimPlan> given(List<ClaimPlan> claims) {
        List<ClaimPlan> turned = new ArrayList<>(claims);
        for (int i = 0; i < turned.size(); i++) {
            if (turned.get(i).fate() == PAID && i % CORRECTED_EACH == 0) {
                turn(turned, i, Turn.CORRECTED);
            } else if (turned.get(i).fate() == PAID && i % GIVEN_BACK_EACH == 1) {
                turn(turned, i, Turn.GIVEN_BACK);
            }
        }
        turnFirst(turned, PAID, Turn.OBJECTION_DISMISSED, 1);
        turnFirst(turned, NOT_APPROVED, Turn.STRUCK, 2);
        turnFirst(turned, PUBLISHED, Turn.REVISED, 2);
        return turned;
    }

    /** The first claim of a fate, when there are at least so many. */
    private static void turnFirst(List<ClaimPlan> claims, ClaimState fate, Turn turn, int least) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).fate() == fate && claims.get(i).turn() == Turn.NONE) {
                found.add(i);
            }
        }
        if (found.size() >= least) {
            turn(claims, found.get(0), turn);
        }
    }

    private static void turn(List<ClaimPlan> claims, int at, Turn turn) {
        ClaimPlan plan = claims.get(at);
        claims.set(
                at,
                new ClaimPlan(
                        plan.enterprise(),
                        plan.fate(),
                        turn,
                        plan.purchases(),
                        plan.filedAt(),
                        plan.reviewedAt(),
                        plan.score(),
                        plan.lowered()));
    }
}
