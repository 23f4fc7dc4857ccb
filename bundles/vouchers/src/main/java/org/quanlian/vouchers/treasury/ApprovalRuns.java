package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Reasons;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.ApprovalRun.Item;
import org.quanlian.vouchers.treasury.ApprovalRun.Outcome;

/**
 * Approves a list of claims in the department's order until the province's budget runs out. Each claim is a transaction of
 * its own, which also writes down how far the run has come: so a run that was broken off goes on where it was.
 *
 * <p>A grant is whole or nothing: a claim that what is left can't carry whole is beyond the budget, and so are all after it,
 * even those that are small enough, because the order is the department's.
 */
public final class ApprovalRuns {
    /** How many claims a run may have. */
    public static final int MOST = 1000;

    private final Clock clock;
    private final Ids ids;
    private final Approvals approvals;

    /**
     * @param clock tells when a run begins and ends
     * @param ids names runs
     * @param approvals approves one claim
     */
    public ApprovalRuns(Clock clock, Ids ids, Approvals approvals) {
        this.clock = clock;
        this.ids = ids;
        this.approvals = approvals;
    }

    /**
     * A claim as the department orders it.
     *
     * @param claim the claim
     * @param grant the amount; empty for that of the decision
     * @param reason why it is lower than the decision's; empty when it is not
     */
    public record Ordered(Id<VoucherClaim> claim, Optional<Money> grant, String reason) {}

    /**
     * Orders a run; {@link ApprovalRunner} does it.
     *
     * @param claims the claims, best first
     * @throws RefusedException {@code run.size}, {@code run.twice}, {@code run.claim}, {@code run.reason} or
     *     {@code run.open}
     */
    public ApprovalRun start(Session session, Actor actor, int year, List<Ordered> claims) {
        Access.requireRole(actor, Action.APPROVE_AMOUNT);
        if (claims.isEmpty() || claims.size() > MOST) {
            throw TreasuryRefusals.TEXTS.invalid("/claims", "run.size", MOST);
        }
        ApprovalRun run =
                new ApprovalRun(ids.next(), year, actor, claims.size(), 0, false, clock.instant(), Optional.empty());
        Set<Id<VoucherClaim>> seen = new HashSet<>();
        List<Item> items = new ArrayList<>(claims.size());
        for (Ordered ordered : claims) {
            String field = "/claims/" + items.size();
            if (!seen.add(ordered.claim())) {
                throw TreasuryRefusals.TEXTS.invalid(field, "run.twice", ordered.claim());
            }
            requireReason(ordered.reason(), field + "/reason");
            requireReviewed(session, year, ordered.claim(), field);
            items.add(new Item(
                    items.size(),
                    ordered.claim(),
                    ordered.grant(),
                    ordered.reason(),
                    Outcome.PENDING,
                    "",
                    new LocalizedText("", "")));
        }
        session.treasury().add(run, items);
        return run;
    }

    /** A run. */
    public ApprovalRun find(Session session, Actor actor, Id<ApprovalRun> id) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.treasury().run(id).orElseThrow(ApprovalRuns::notFound);
    }

    /** The claims of a run, in the department's order. */
    public Page<Item> items(Session session, Actor actor, Id<ApprovalRun> id, Page.Request request) {
        find(session, actor, id);
        return session.treasury().items(id, request);
    }

    /** Does the claim at a position, unless it is done. */
    void step(Session session, Id<ApprovalRun> id, int position) {
        ApprovalRun run = lock(session, id);
        if (run.next() != position) {
            return;
        }
        Item item = session.treasury().item(id, position);
        boolean lasts = !run.exhausted()
                && approvals.approveWhileBudgetLasts(session, run.actor(), item.claim(), item.grant(), item.reason());
        if (!lasts) {
            LocalizedText why = TreasuryRefusals.TEXTS.text("run.exhausted", position + 1);
            approvals.exhaust(session, run.actor(), item.claim(), why.zh());
        }
        done(session, run, item.with(lasts ? Outcome.APPROVED : Outcome.EXHAUSTED, "", item.text()), !lasts);
    }

    /** Writes down that the claim at a position can't be done, unless it is done. */
    void refuse(Session session, Id<ApprovalRun> id, int position, RefusedException why) {
        ApprovalRun run = lock(session, id);
        if (run.next() == position) {
            Item item = session.treasury().item(id, position);
            done(session, run, item.with(Outcome.REFUSED, why.code(), why.text()), run.exhausted());
        }
    }

    private void done(Session session, ApprovalRun run, Item item, boolean exhausted) {
        session.treasury().update(run.id(), item);
        session.treasury().update(run.advanced(exhausted, clock.instant()));
    }

    private static ApprovalRun lock(Session session, Id<ApprovalRun> id) {
        return session.treasury().lockRun(id).orElseThrow(ApprovalRuns::notFound);
    }

    private static void requireReviewed(Session session, int year, Id<VoucherClaim> id, String field) {
        VoucherClaim claim = session.claims()
                .find(id)
                .filter(found -> found.year() == year)
                .orElseThrow(() -> TreasuryRefusals.TEXTS.invalid(field + "/claim", "run.none", id, year));
        if (claim.state() != ClaimState.REVIEWED) {
            throw TreasuryRefusals.TEXTS.invalid(field + "/claim", "run.claim", claim.number(), claim.state());
        }
    }

    private static void requireReason(String reason, String field) {
        try {
            Reasons.requireOrEmpty(reason);
        } catch (InvalidValueException e) {
            throw TreasuryRefusals.TEXTS.invalid(field, "run.reason", Reasons.MAX_LENGTH);
        }
    }

    private static RefusedException notFound() {
        return TreasuryRefusals.TEXTS.refused(Kind.NOT_FOUND, "run.unknown");
    }
}
