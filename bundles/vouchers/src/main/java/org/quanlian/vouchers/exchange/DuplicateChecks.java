package org.quanlian.vouchers.exchange;

import java.time.Clock;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.DuplicateSuspicion.State;

/** What offices do about suspicions that another province supports the same (跨省查重). */
public final class DuplicateChecks {
    /** The most characters of a reason. */
    public static final int MAX_REASON = 1_000;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(DuplicateChecks.class);

    private final Clock clock;

    /** @param clock tells when something was found */
    public DuplicateChecks(Clock clock) {
        this.clock = clock;
    }

    /** Suspicions, latest first. */
    public Page<DuplicateSuspicion> list(Session session, Actor actor, Optional<State> state, Page.Request page) {
        Access.requireRole(actor, Action.READ_DUPLICATES);
        return session.exchange().duplicates().list(state, page);
    }

    /**
     * Writes down what the sharing centre found.
     *
     * @param same whether it is the same support
     * @param reason why
     * @throws RefusedException {@code duplicate.none}, {@code duplicate.settled} or {@code duplicate.reason}
     */
    public DuplicateSuspicion settle(
            Session session, Actor actor, Id<DuplicateSuspicion> id, boolean same, String reason) {
        Access.requireRole(actor, Action.SETTLE_DUPLICATE);
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw TEXTS.invalid("/reason", "duplicate.reason", MAX_REASON);
        }
        DuplicateSuspicion found = session.exchange()
                .duplicates()
                .lock(id)
                .orElseThrow(() -> TEXTS.refused(Kind.NOT_FOUND, "duplicate.none"));
        if (found.state() != State.OPEN) {
            throw TEXTS.refused(Kind.CONFLICT, "duplicate.settled", found.state());
        }
        DuplicateSuspicion settled = found.settled(
                same ? State.CONFIRMED : State.DISMISSED,
                new DuplicateSuspicion.Finding(reason, actor.name(), clock.instant()));
        session.exchange().duplicates().update(settled);
        return settled;
    }

    /**
     * Refuses to go on with a claim of which another province says that it supports the same.
     *
     * @throws RefusedException {@code duplicate.open} or {@code duplicate.confirmed}
     */
    public static void requireNone(Session session, Id<VoucherClaim> claim) {
        session.exchange().duplicates().against(claim).stream().findFirst().ifPresent(found -> {
            String code = found.state() == State.OPEN ? "duplicate.open" : "duplicate.confirmed";
            throw TEXTS.refused(Kind.CONFLICT, code, found.invoice(), found.partner());
        });
    }
}
