package org.quanlian.vouchers.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.calendar.WorkingDays;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.Approvals;
import org.quanlian.vouchers.treasury.PinnedTerms;

/** Posts public notices, and shows them to everybody. */
public final class Notices {
    /** How many claims a notice may have. */
    public static final int MOST = 1000;

    private static final int MAX_TITLE = 200;

    private final Clock clock;
    private final Ids ids;
    private final PinnedTerms terms;

    /**
     * @param clock tells the day on which a notice is posted
     * @param ids names notices
     * @param terms how long the policies want notices to be
     */
    public Notices(Clock clock, Ids ids, PinnedTerms terms) {
        this.clock = clock;
        this.ids = ids;
        this.terms = terms;
    }

    /**
     * Posts a notice of approved claims today, for the working days of their policy.
     *
     * @param claims the claims, in the order in which they are shown
     * @throws org.quanlian.vouchers.RefusedException {@code notice.size}, {@code notice.twice}, {@code notice.year},
     *     {@code notice.mixed}, {@code calendar.unknown} or {@code claim.move}
     */
    public PublicNotice post(Session session, Actor actor, int year, String title, List<Id<VoucherClaim>> claims) {
        Access.requireRole(actor, Action.PUBLISH_NOTICE);
        PublicationRefusals.text("/title", title, MAX_TITLE);
        if (claims.isEmpty() || claims.size() > MOST) {
            throw PublicationRefusals.TEXTS.invalid("/claims", "notice.size", MOST);
        }
        if (new HashSet<>(claims).size() < claims.size()) {
            throw PublicationRefusals.TEXTS.invalid("/claims", "notice.twice");
        }
        Instant now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        Map<Id<VoucherClaim>, VoucherClaim> published = publish(session, actor, year, title, claims, now);
        PolicyWindows windows = oneOf(published.values().stream().map(terms::of).toList());
        LocalDate lastDay = new WorkingDays(session.calendars())
                .last(today, windows.publicNoticeWorkingDays(), windows.publicNoticeFirstDayCounts());
        Id<PublicNotice> id = ids.next();
        List<NoticeEntry> entries = IntStream.range(0, claims.size())
                .mapToObj(i -> entry(session, id, i + 1, published.get(claims.get(i)), lastDay))
                .toList();
        PublicNotice notice = new PublicNotice(
                id,
                year,
                title,
                today,
                lastDay,
                entries.size(),
                entries.stream().map(NoticeEntry::amount).reduce(Money.ZERO, Money::plus),
                actor.name(),
                now);
        session.publications().add(notice, entries);
        return notice;
    }

    /** A notice, for everybody. */
    public PublicNotice find(Session session, Id<PublicNotice> id) {
        return session.publications().notice(id).orElseThrow(PublicationRefusals::noNotice);
    }

    /** The notices, latest first, for everybody. */
    public Page<PublicNotice> list(Session session, Page.Request request) {
        return session.publications().notices(request);
    }

    /** The lines of a notice, for everybody. */
    public Page<NoticeEntry> entries(Session session, Id<PublicNotice> id, Page.Request request) {
        find(session, id);
        return session.publications().entries(id, request);
    }

    private static Map<Id<VoucherClaim>, VoucherClaim> publish(
            Session session, Actor actor, int year, String title, List<Id<VoucherClaim>> claims, Instant now) {
        Map<Id<VoucherClaim>, VoucherClaim> published = new HashMap<>();
        // In the order of their names, as everybody locks several claims.
        for (Id<VoucherClaim> id : new TreeSet<>(claims)) {
            VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.PUBLISH);
            if (claim.year() != year) {
                throw PublicationRefusals.TEXTS.invalid("/claims", "notice.year", claim.number(), year);
            }
            published.put(
                    id,
                    ClaimMoves.make(session, actor, claim, ClaimMove.PUBLISH, UnaryOperator.identity(), title, now));
        }
        return published;
    }

    private static PolicyWindows oneOf(List<PinnedTerms.Terms> all) {
        PolicyWindows first = all.get(0).windows();
        for (PinnedTerms.Terms other : all) {
            if (other.windows().publicNoticeWorkingDays() != first.publicNoticeWorkingDays()
                    || other.windows().publicNoticeFirstDayCounts() != first.publicNoticeFirstDayCounts()) {
                throw PublicationRefusals.TEXTS.invalid("/claims", "notice.mixed");
            }
        }
        return first;
    }

    private static NoticeEntry entry(
            Session session, Id<PublicNotice> notice, int position, VoucherClaim claim, LocalDate lastDay) {
        String name = session.registry()
                .find(claim.applicant())
                .orElseThrow(() -> new IllegalStateException("no applicant of " + claim.number()))
                .name();
        return new NoticeEntry(
                notice,
                position,
                claim.id(),
                name,
                claim.city(),
                Approvals.approved(claim).grant(),
                NoticeEntry.State.RUNNING,
                lastDay,
                0);
    }
}
