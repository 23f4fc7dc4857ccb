package org.quanlian.vouchers.papers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.Notices;
import org.quanlian.vouchers.publication.PublicNotice;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.treasury.Allocation;
import org.quanlian.vouchers.treasury.Allocations;
import org.quanlian.vouchers.treasury.Approvals;
import org.quanlian.vouchers.treasury.ClaimAccess;

/** Tells what stands on papers, to those who may see it, and whether a paper was issued, to everybody. */
public final class PaperOffice {
    /** The most claims of a city's recommendation list; notices and allocations are bounded where they are made. */
    public static final int MOST = 2_000;

    /** How many hexadecimal digits a digest has. */
    private static final int DIGITS = 64;

    private final Clock clock;
    private final Notices notices;
    private final Allocations allocations;

    /**
     * @param clock tells when a paper is issued
     * @param notices shows public notices
     * @param allocations shows allocations
     */
    public PaperOffice(Clock clock, Notices notices, Allocations allocations) {
        this.clock = clock;
        this.notices = notices;
        this.allocations = allocations;
    }

    /**
     * The application form of a claim, as filed last.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code paper.not-filed}, or when the claim does not concern the actor
     */
    public ApplicationForm application(Session session, Actor actor, Id<VoucherClaim> id) {
        VoucherClaim claim = ClaimAccess.find(session, actor, id, Action.READ_CLAIM);
        Filing filing = filing(claim);
        return new ApplicationForm(claim, filing, session.claims().format().readFacts(filing.facts()));
    }

    /**
     * What was decided about a claim, as filed last.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code paper.not-filed}, or when the claim does not concern the actor
     */
    public DecisionStatement decision(Session session, Actor actor, Id<VoucherClaim> id) {
        VoucherClaim claim = ClaimAccess.find(session, actor, id, Action.READ_CLAIM);
        Filing filing = filing(claim);
        return new DecisionStatement(
                claim,
                filing,
                session.claims().format().readFacts(filing.facts()),
                session.claims().timeline(id));
    }

    /**
     * The claims of a year that a city recommends: those that it recommended and that were not given back to it.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code paper.too-long}, or when the actor does not see that city
     */
    public RecommendationList recommendations(Session session, Actor actor, int year, Area city) {
        Access.require(actor, Action.READ_CLAIM, new Subject(Set.of(), Optional.of(city), Set.of()));
        ClaimFilter filter =
                new ClaimFilter(new ClaimFilter.OfCity(city), Optional.of(year), Optional.<ClaimState>empty());
        List<RecommendationList.Line> lines = all(request -> session.claims().list(filter, request)).stream()
                .filter(claim -> mayBeRecommended(claim.state()))
                .flatMap(claim -> line(session, claim).stream())
                .toList();
        return new RecommendationList(year, city, lines);
    }

    /** A public notice with its lines, for everybody. */
    public NoticeList notice(Session session, Id<PublicNotice> id) {
        return new NoticeList(notices.find(session, id), all(request -> notices.entries(session, id, request)));
    }

    /** An allocation with its claims. */
    public AllocationList allocation(Session session, Actor actor, Id<Allocation> id) {
        Allocation allocation = allocations.find(session, actor, id);
        List<AllocationList.Line> lines = all(request -> allocations.claims(session, actor, id, request)).stream()
                .map(claim -> allocated(session, claim))
                .sorted(Comparator.comparing(AllocationList.Line::number))
                .toList();
        return new AllocationList(allocation, lines);
    }

    /** Whether a file was issued already, so that issuing it again changes nothing. */
    public boolean isIssued(Session session, PrintedPaper printed) {
        return session.papers().ofFile(digest(printed.bytes())).isPresent();
    }

    /** Keeps that a paper is issued now, unless it was before. */
    public void issue(Session session, Paper paper, PaperFormat format, PrintedPaper printed) {
        session.papers()
                .add(new IssuedPaper(
                        digest(printed.bytes()),
                        printed.content(),
                        paper.kind(),
                        format,
                        paper.reference(),
                        // As finely as it is kept, so that it is told the same ever after.
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * Tells anybody who has a digest which paper that is, and nothing of what stands on it.
     *
     * @param digest the digest that is printed on the paper, or the SHA-256 of its file; 64 hexadecimal digits
     * @throws org.quanlian.vouchers.RefusedException {@code paper.unknown} when no such paper was issued
     */
    public IssuedPaper verify(Session session, String digest) {
        boolean wellFormed = digest.length() == DIGITS && digest.chars().allMatch(HexFormat::isHexDigit);
        if (!wellFormed) {
            throw PaperRefusals.never(digest.length() > DIGITS ? digest.substring(0, DIGITS) + "…" : digest);
        }
        String small = digest.toLowerCase(java.util.Locale.ROOT);
        return session.papers()
                .ofFile(small)
                .or(() -> session.papers().ofContent(small))
                .orElseThrow(() -> PaperRefusals.never(small));
    }

    private static Filing filing(VoucherClaim claim) {
        return claim.filing().orElseThrow(() -> PaperRefusals.notFiled(claim.number()));
    }

    /** Claims that were carried over may have been so before the city looked at them: their moves tell. */
    private static boolean mayBeRecommended(ClaimState state) {
        return switch (state) {
            case DRAFT, FILED, RETURNED, WITHDRAWN, REJECTED -> false;
            default -> true;
        };
    }

    private static Optional<RecommendationList.Line> line(Session session, ClaimSummary claim) {
        Optional<Instant> recommended = session.claims().timeline(claim.id()).stream()
                .filter(entry -> entry.move() == ClaimMove.RECOMMEND)
                .map(TimelineEntry::at)
                .max(Comparator.naturalOrder());
        return recommended.map(at -> {
            Organisation applicant = organisation(session, claim.applicant());
            return new RecommendationList.Line(
                    claim.number(),
                    applicant.name(),
                    applicant.uscc(),
                    ChinaTime.dateOf(claim.filedAt().orElseThrow()),
                    ChinaTime.dateOf(at),
                    claim.grant().orElseThrow());
        });
    }

    private static AllocationList.Line allocated(Session session, Id<VoucherClaim> id) {
        VoucherClaim claim = session.claims().find(id).orElseThrow(() -> PaperRefusals.noClaim(id.value()));
        return new AllocationList.Line(
                claim.number(), organisation(session, claim.applicant()).name(), Approvals.approved(claim));
    }

    private static Organisation organisation(Session session, Id<Organisation> id) {
        return session.registry()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("no organisation " + id + " that applied"));
    }

    private static <T> List<T> all(Function<Page.Request, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = pages.apply(new Page.Request(after, Page.MAX));
            all.addAll(page.items());
            if (all.size() > MOST) {
                throw PaperRefusals.tooLong(MOST);
            }
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
