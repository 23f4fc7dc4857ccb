package org.quanlian.vouchers.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.calendar.WorkingDays;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Reasons;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.Objection.State;
import org.quanlian.vouchers.treasury.Approvals;

/**
 * Objections to a public notice: one halts its claim and no other. While it is decided the claim's period stands still; when
 * it is dismissed, the working days that were left begin on the next day.
 */
public final class Objections {
    private static final int MAX_NAME = 200;
    /** The most characters that an objection may have. */
    public static final int MAX_TEXT = 2000;

    private final Clock clock;
    private final Ids ids;
    private final Approvals approvals;
    private final Limits limits;

    /**
     * @param clock tells when something is filed or decided
     * @param ids names objections
     * @param approvals revises amounts and strikes claims off
     * @param limits how much the public may file
     */
    public Objections(Clock clock, Ids ids, Approvals approvals, Limits limits) {
        this.clock = clock;
        this.ids = ids;
        this.approvals = approvals;
        this.limits = limits;
    }

    /**
     * How much the public may file: so that nobody fills the node.
     *
     * @param openPerClaim objections to one claim that are not decided
     * @param perHour objections to all claims within an hour
     */
    public record Limits(int openPerClaim, int perHour) {
        /** Enough for people. */
        public static final Limits DEFAULT = new Limits(20, 60);
    }

    /**
     * What somebody objects.
     *
     * @param name name of who objects
     * @param contact how to reach who objects
     * @param text what is objected
     */
    public record Statement(String name, String contact, String text) {
        /** @throws org.quanlian.vouchers.RefusedException {@code text.form} */
        public Statement {
            PublicationRefusals.text("/name", name, MAX_NAME);
            PublicationRefusals.text("/contact", contact, MAX_NAME);
            PublicationRefusals.text("/text", text, MAX_TEXT);
        }
    }

    /**
     * Files an objection to a line of a notice; anybody may, until the last day of the period.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code objection.over}, {@code objection.many} or
     *     {@code objection.busy}
     */
    public Objection file(Session session, Id<PublicNotice> notice, int position, Statement statement) {
        if (session.publications().filedSince(clock.instant().minus(Duration.ofHours(1))) >= limits.perHour()) {
            throw PublicationRefusals.TEXTS.refused(Kind.TOO_MANY, "objection.busy");
        }
        return add(session, notice, position, statement, Optional.empty());
    }

    /** Writes down an objection that came on paper. */
    public Objection record(Session session, Actor actor, Id<PublicNotice> notice, int position, Statement statement) {
        Access.requireRole(actor, Action.DECIDE_OBJECTION);
        return add(session, notice, position, statement, Optional.of(actor.name()));
    }

    /** Dismisses an objection; when it was the last that is open, the claim's period goes on. */
    public Objection dismiss(Session session, Actor actor, Id<Objection> id, String answer) {
        Objection objection = open(session, actor, id, answer);
        Instant now = clock.instant();
        Objection dismissed = objection.decided(State.DISMISSED, answer, actor.name(), now);
        session.publications().update(dismissed);
        VoucherClaim claim = session.claims().lock(objection.claim()).orElseThrow();
        if (claim.state() == ClaimState.HALTED
                && session.publications().open(claim.id()).isEmpty()) {
            VoucherClaim halted = ClaimMoves.open(session, actor, claim.id(), ClaimMove.RESUME);
            ClaimMoves.make(session, actor, halted, ClaimMove.RESUME, UnaryOperator.identity(), answer, now);
            NoticeEntry entry = entry(session, claim);
            LocalDate lastDay =
                    new WorkingDays(session.calendars()).last(ChinaTime.dateOf(now), entry.daysLeft(), false);
            session.publications().update(entry.resumedUntil(lastDay));
        }
        return dismissed;
    }

    /**
     * Upholds an objection: the claim is struck off, or gets a lower amount that is published anew. Other objections to it
     * are decided with it.
     *
     * @param grant the lower amount; empty when the claim is struck off
     */
    public Objection uphold(Session session, Actor actor, Id<Objection> id, Optional<Money> grant, String answer) {
        Objection objection = open(session, actor, id, answer);
        NoticeEntry entry = session.publications()
                .current(objection.claim())
                .orElseThrow(() -> PublicationRefusals.TEXTS.refused(Kind.CONFLICT, "objection.gone"));
        if (grant.isPresent()) {
            approvals.revise(session, actor, objection.claim(), grant.get(), answer);
            session.publications().update(entry.ended(NoticeEntry.State.REVISED));
        } else {
            approvals.strike(session, actor, objection.claim(), answer);
            session.publications().update(entry.ended(NoticeEntry.State.REMOVED));
        }
        upholdAll(session, actor, objection.claim(), answer);
        return session.publications().objection(id).orElseThrow();
    }

    /** Takes a claim that is revoked off the notice on which it stands, if it does; objections to it are upheld by that. */
    public void withdraw(Session session, Actor actor, Id<VoucherClaim> claim, String reason) {
        session.publications().current(claim).ifPresent(entry -> session.publications()
                .update(entry.ended(NoticeEntry.State.REMOVED)));
        upholdAll(session, actor, claim, reason);
    }

    /** An objection, for those who decide. */
    public Objection find(Session session, Actor actor, Id<Objection> id) {
        Access.requireRole(actor, Action.DECIDE_OBJECTION);
        return session.publications()
                .objection(id)
                .orElseThrow(() -> PublicationRefusals.TEXTS.refused(Kind.NOT_FOUND, "objection.none"));
    }

    /** The objections in a state, oldest first, for those who decide. */
    public Page<Objection> list(Session session, Actor actor, State state, Page.Request request) {
        Access.requireRole(actor, Action.DECIDE_OBJECTION);
        return session.publications().objections(state, request);
    }

    private void upholdAll(Session session, Actor actor, Id<VoucherClaim> claim, String answer) {
        for (Objection open : session.publications().open(claim)) {
            session.publications().update(open.decided(State.UPHELD, answer, actor.name(), clock.instant()));
        }
    }

    private Objection add(
            Session session, Id<PublicNotice> notice, int position, Statement statement, Optional<String> recordedBy) {
        Id<VoucherClaim> id = session.publications()
                .entry(notice, position)
                .orElseThrow(PublicationRefusals::noNotice)
                .claim();
        VoucherClaim claim = session.claims().lock(id).orElseThrow();
        // Read again now that nobody else changes it.
        NoticeEntry entry = session.publications().entry(notice, position).orElseThrow();
        Instant now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        boolean running = entry.state() == NoticeEntry.State.RUNNING && !today.isAfter(entry.lastDay());
        if (!running && entry.state() != NoticeEntry.State.HALTED) {
            throw PublicationRefusals.TEXTS.refused(Kind.CONFLICT, "objection.over", entry.lastDay());
        }
        if (recordedBy.isEmpty() && session.publications().open(id).size() >= limits.openPerClaim()) {
            throw PublicationRefusals.TEXTS.refused(Kind.CONFLICT, "objection.many");
        }
        Objection objection = new Objection(
                ids.next(),
                notice,
                position,
                id,
                statement.name(),
                statement.contact(),
                statement.text(),
                now,
                recordedBy,
                State.OPEN,
                "",
                "",
                Optional.empty());
        session.publications().add(objection);
        if (running) {
            int left = new WorkingDays(session.calendars()).between(today, entry.lastDay());
            session.publications().update(entry.halted(left));
            String reason = PublicationRefusals.TEXTS
                    .text("objection.halts", objection.id())
                    .zh();
            ClaimMoves.makeByNode(session, claim, ClaimMove.HALT, reason, now);
        }
        return objection;
    }

    private static Objection open(Session session, Actor actor, Id<Objection> id, String answer) {
        Access.requireRole(actor, Action.DECIDE_OBJECTION);
        PublicationRefusals.text("/answer", answer, Reasons.MAX_LENGTH);
        Objection found = session.publications()
                .objection(id)
                .orElseThrow(() -> PublicationRefusals.TEXTS.refused(Kind.NOT_FOUND, "objection.none"));
        session.claims().lock(found.claim());
        Objection objection = session.publications().objection(id).orElseThrow();
        if (objection.state() != State.OPEN) {
            throw PublicationRefusals.TEXTS.refused(Kind.CONFLICT, "objection.decided", objection.state());
        }
        return objection;
    }

    private static NoticeEntry entry(Session session, VoucherClaim claim) {
        return session.publications()
                .current(claim.id())
                .orElseThrow(() -> new IllegalStateException("no notice shows " + claim.number()));
    }
}
