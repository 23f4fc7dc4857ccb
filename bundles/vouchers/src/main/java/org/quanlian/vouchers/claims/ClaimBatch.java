package org.quanlian.vouchers.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Actor;

/** The same move for many claims (批量办理): each in a transaction of its own, so that one refusal stops no other. */
public final class ClaimBatch {
    /** The most claims of one batch. */
    public static final int MAX = 100;

    private ClaimBatch() {}

    /**
     * What became of one claim.
     *
     * @param id the claim
     * @param moved the claim after the move, if it was made
     * @param refusal why it was not made, if it was not
     */
    public record Outcome(Id<VoucherClaim> id, Optional<VoucherClaim> moved, Optional<RefusedException> refusal) {}

    /**
     * Refuses an actor whose role never makes a move, before anything is done.
     *
     * @throws RefusedException {@code access.role}
     */
    public static void admit(Actor actor, ClaimMove move) {
        Access.requireRole(actor, move.action());
    }

    /**
     * Makes a move for each claim, in the order told.
     *
     * @param move makes it for one
     * @throws RefusedException {@code claim.batch} or {@code claim.batchTwice} before anything is done
     */
    public static List<Outcome> each(
            Store store, List<Id<VoucherClaim>> ids, BiFunction<Session, Id<VoucherClaim>, VoucherClaim> move) {
        if (ids.isEmpty() || ids.size() > MAX) {
            throw ClaimRefusals.invalid("/claims", "claim.batch", MAX);
        }
        HashSet<Id<VoucherClaim>> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw ClaimRefusals.invalid("/claims/" + i, "claim.batch-twice", ids.get(i));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Id<VoucherClaim> id : ids) {
            outcomes.add(one(store, id, move));
        }
        return outcomes;
    }

    private static Outcome one(
            Store store, Id<VoucherClaim> id, BiFunction<Session, Id<VoucherClaim>, VoucherClaim> move) {
        try {
            VoucherClaim moved = store.write(session -> move.apply(session, id));
            return new Outcome(id, Optional.of(moved), Optional.empty());
        } catch (RefusedException e) {
            // The batch as a whole is answered, so nobody else would write down that this part of it was refused.
            store.write(session -> {
                session.audit().about("claims/" + id);
                session.audit().refused(e.kind().status(), e.code());
                return id;
            });
            return new Outcome(id, Optional.empty(), Optional.of(e));
        }
    }
}
