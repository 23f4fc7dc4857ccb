package org.quanlian.vouchers.claims;

import static org.quanlian.vouchers.claims.ClaimState.ACCEPTED;
import static org.quanlian.vouchers.claims.ClaimState.ALLOCATED;
import static org.quanlian.vouchers.claims.ClaimState.APPROVED;
import static org.quanlian.vouchers.claims.ClaimState.CARRIED_OVER;
import static org.quanlian.vouchers.claims.ClaimState.CLAWED_BACK;
import static org.quanlian.vouchers.claims.ClaimState.CONFIRMED;
import static org.quanlian.vouchers.claims.ClaimState.DECLINED;
import static org.quanlian.vouchers.claims.ClaimState.DRAFT;
import static org.quanlian.vouchers.claims.ClaimState.EXHAUSTED;
import static org.quanlian.vouchers.claims.ClaimState.FILED;
import static org.quanlian.vouchers.claims.ClaimState.HALTED;
import static org.quanlian.vouchers.claims.ClaimState.IN_EXPERT_REVIEW;
import static org.quanlian.vouchers.claims.ClaimState.NOT_APPROVED;
import static org.quanlian.vouchers.claims.ClaimState.PAID;
import static org.quanlian.vouchers.claims.ClaimState.PARTLY_CLAWED_BACK;
import static org.quanlian.vouchers.claims.ClaimState.PUBLISHED;
import static org.quanlian.vouchers.claims.ClaimState.RECOMMENDED;
import static org.quanlian.vouchers.claims.ClaimState.REJECTED;
import static org.quanlian.vouchers.claims.ClaimState.RETURNED;
import static org.quanlian.vouchers.claims.ClaimState.REVIEWED;
import static org.quanlian.vouchers.claims.ClaimState.REVOKED;
import static org.quanlian.vouchers.claims.ClaimState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quanlian.vouchers.access.Action;

/** What moves a claim from one state to another (状态变更): every move there is, and no other. */
public enum ClaimMove {
    /** The applicant files, until the deadline (四（四）). */
    FILE(Set.of(DRAFT), FILED, Action.FILE_CLAIM, false),
    /** The applicant files again what was returned. */
    REFILE(Set.of(RETURNED), FILED, Action.FILE_CLAIM, false),
    /** The applicant takes the claim back. */
    WITHDRAW(Set.of(DRAFT, FILED, RETURNED), WITHDRAWN, Action.WITHDRAW_CLAIM, false),
    /** The city sends it back for correction, telling what is wrong. */
    RETURN(Set.of(FILED), RETURNED, Action.REVIEW_FOR_CITY, true),
    /** The city recommends it, until its deadline (四（五）). */
    RECOMMEND(Set.of(FILED), RECOMMENDED, Action.REVIEW_FOR_CITY, false),
    /** The city rejects it. */
    REJECT(Set.of(FILED), REJECTED, Action.REVIEW_FOR_CITY, true),
    /** The centre accepts what a city recommended in time. */
    ACCEPT(Set.of(RECOMMENDED), ACCEPTED, Action.ACCEPT_FOR_CENTRE, false),
    /** The centre gives it back to the city. */
    GIVE_BACK(Set.of(RECOMMENDED), FILED, Action.ACCEPT_FOR_CENTRE, true),
    /** The centre does not accept it. */
    DECLINE(Set.of(RECOMMENDED), DECLINED, Action.ACCEPT_FOR_CENTRE, true),
    /** The centre gives it to experts. */
    ASSIGN(Set.of(ACCEPTED), IN_EXPERT_REVIEW, Action.ASSIGN_EXPERTS, false),
    /** The centre closes the experts' review when enough of them have given their opinion. */
    CONCLUDE(Set.of(IN_EXPERT_REVIEW), REVIEWED, Action.ASSIGN_EXPERTS, false),
    /** The department approves an amount, which is committed (四（六）, 三). */
    APPROVE(Set.of(REVIEWED), APPROVED, Action.APPROVE_AMOUNT, false),
    /** The department does not approve it. */
    DISAPPROVE(Set.of(REVIEWED), NOT_APPROVED, Action.APPROVE_AMOUNT, true),
    /** The budget has run out before this claim's turn (五（一）). */
    EXHAUST(Set.of(REVIEWED), EXHAUSTED, Action.APPROVE_AMOUNT, false),
    /** Only spend of the carry-over period is left, which is for the next year (二（一）). */
    CARRY_OVER(Set.of(FILED, RECOMMENDED, ACCEPTED, REVIEWED), CARRIED_OVER, Action.APPROVE_AMOUNT, false),
    /** The department puts it on public notice (四（七）). */
    PUBLISH(Set.of(APPROVED), PUBLISHED, Action.PUBLISH_NOTICE, false),
    /** Somebody objects; this claim halts and no other. */
    HALT(Set.of(PUBLISHED), HALTED, Action.DECIDE_OBJECTION, true),
    /** The objection is dismissed and the notice goes on. */
    RESUME(Set.of(HALTED), PUBLISHED, Action.DECIDE_OBJECTION, true),
    /** The objection is upheld in part: another amount is approved, and published anew. */
    REVISE(Set.of(HALTED), APPROVED, Action.DECIDE_OBJECTION, true),
    /** The objection is upheld. */
    STRIKE(Set.of(HALTED), NOT_APPROVED, Action.DECIDE_OBJECTION, true),
    /** The public notice has ended. */
    CONFIRM(Set.of(PUBLISHED), CONFIRMED, Action.PUBLISH_NOTICE, false),
    /** The province's share goes to the city (四（八）). */
    ALLOCATE(Set.of(CONFIRMED), ALLOCATED, Action.ALLOCATE_FUNDS, false),
    /** The last of both shares is paid. */
    PAY(Set.of(ALLOCATED), PAID, Action.RECORD_PROVINCE_PAYMENT, false),
    /** A violation is found before anything was paid. */
    REVOKE(Set.of(APPROVED, PUBLISHED, HALTED, CONFIRMED, ALLOCATED), REVOKED, Action.CLAW_BACK, true),
    /** Part of what was paid is claimed back (五（七）). */
    CLAW_BACK_PART(Set.of(PAID, PARTLY_CLAWED_BACK), PARTLY_CLAWED_BACK, Action.CLAW_BACK, true),
    /** All that is left of what was paid is claimed back (五（七）). */
    CLAW_BACK(Set.of(PAID, PARTLY_CLAWED_BACK), CLAWED_BACK, Action.CLAW_BACK, true);

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which nobody can change.
    private final Set<ClaimState> from;

    private final ClaimState to;
    private final Action action;
    private final boolean needsReason;

    ClaimMove(Set<ClaimState> from, ClaimState to, Action action, boolean needsReason) {
        this.from = from;
        this.to = to;
        this.action = action;
        this.needsReason = needsReason;
    }

    /** The moves that lead out of a state, in the order of the procedure. */
    public static List<ClaimMove> from(ClaimState state) {
        return Arrays.stream(values()).filter(move -> move.isFrom(state)).toList();
    }

    /** Whether it leads out of a state. */
    public boolean isFrom(ClaimState state) {
        return from.contains(state);
    }

    /** The state into which it leads. */
    public ClaimState to() {
        return to;
    }

    /** What an actor must be allowed to do to make it. */
    public Action action() {
        return action;
    }

    /** Whether it must be given a reason. */
    public boolean needsReason() {
        return needsReason;
    }
}
