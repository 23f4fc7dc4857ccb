package org.quanlian.vouchers.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.exchange.Settlement.Direction;
import org.quanlian.vouchers.exchange.Settlement.State;

/** What the department does about statements between provinces (跨省结算). */
public final class SettlementDesk {
    /** The most characters of a reason. */
    public static final int MAX_REASON = 1_000;

    /** Code of the class of data in which statements are told. */
    public static final String SETTLEMENT = "settlement";

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(SettlementDesk.class);

    private final Clock clock;
    private final Ids ids;

    /**
     * @param clock tells when something is done
     * @param ids names statements
     */
    public SettlementDesk(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes a statement of what was paid for in a voucher year, and tells it to the partner.
     *
     * @throws RefusedException {@code settlement.partner}, {@code settlement.empty} or {@code settlement.many}
     */
    public Settlement make(Session session, Actor actor, Area partner, int year) {
        Access.requireRole(actor, Action.MAKE_SETTLEMENT);
        boolean told = session.exchange()
                .partners()
                .find(partner)
                .filter(PartnerRecord::active)
                .filter(of -> of.send().contains(SETTLEMENT))
                .isPresent();
        if (!told) {
            throw TEXTS.invalid("/partner", "settlement.partner", partner);
        }
        List<Settlement.Line> lines =
                session.exchange().settlements().services(partner, year, Settlement.MAX_LINES + 1);
        if (lines.isEmpty()) {
            throw TEXTS.refused(Kind.CONFLICT, "settlement.empty", partner, year);
        }
        if (lines.size() > Settlement.MAX_LINES) {
            throw TEXTS.refused(Kind.CONFLICT, "settlement.many", Settlement.MAX_LINES);
        }
        Settlement made =
                new Settlement(ids.next(), partner, Direction.MADE, year, now(), lines, State.TOLD, Optional.empty());
        session.exchange().settlements().add(made);
        session.exchange().notes().note(ChangeNotes.Kind.SETTLEMENT, made.id());
        return made;
    }

    /**
     * Countersigns a statement that a partner made, or disputes it.
     *
     * @throws RefusedException {@code settlement.none}, {@code settlement.own}, {@code settlement.answered} or {@code
     *     settlement.reason}
     */
    public Settlement answer(Session session, Actor actor, Id<Settlement> id, boolean agreed, String reason) {
        Access.requireRole(actor, Action.MAKE_SETTLEMENT);
        if (reason.length() > MAX_REASON || (!agreed && reason.isBlank())) {
            throw TEXTS.invalid("/reason", "settlement.reason", MAX_REASON);
        }
        Settlement found = session.exchange().settlements().lock(id).orElseThrow(SettlementDesk::none);
        if (found.direction() != Direction.RECEIVED) {
            throw TEXTS.refused(Kind.CONFLICT, "settlement.own");
        }
        if (found.state() != State.TOLD) {
            throw TEXTS.refused(Kind.CONFLICT, "settlement.answered", found.state());
        }
        Settlement answered = found.answered(
                agreed ? State.AGREED : State.DISPUTED, new Settlement.Answer(reason, actor.name(), now()));
        session.exchange().settlements().answer(answered);
        session.exchange().notes().note(ChangeNotes.Kind.SETTLEMENT, id);
        return answered;
    }

    /** A statement with its lines. */
    public Settlement find(Session session, Actor actor, Id<Settlement> id) {
        Access.requireRole(actor, Action.READ_SETTLEMENT);
        return session.exchange().settlements().find(id).orElseThrow(SettlementDesk::none);
    }

    /** Statements without their lines, latest first. */
    public Page<Settlement> list(Session session, Actor actor, Optional<Area> partner, Page.Request page) {
        Access.requireRole(actor, Action.READ_SETTLEMENT);
        return session.exchange().settlements().list(partner, page);
    }

    private static RefusedException none() {
        return TEXTS.refused(Kind.NOT_FOUND, "settlement.none");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
