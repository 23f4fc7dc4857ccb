package org.quanlian.vouchers.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Public notices and objections, as they are kept. Who changes a line or an objection has locked its claim. */
public interface Publications {
    /** Keeps a new notice. */
    void add(PublicNotice notice, List<NoticeEntry> entries);

    /** A notice, if there is one of that name. */
    Optional<PublicNotice> notice(Id<PublicNotice> id);

    /** The notices, latest first. */
    Page<PublicNotice> notices(Page.Request request);

    /** The lines of a notice, in its order. */
    Page<NoticeEntry> entries(Id<PublicNotice> notice, Page.Request request);

    /** A line of a notice. */
    Optional<NoticeEntry> entry(Id<PublicNotice> notice, int position);

    /** The line of a claim that runs or is halted, if there is one. */
    Optional<NoticeEntry> current(Id<VoucherClaim> claim);

    /** The claims of lines that run and whose last day is before a day, by name. */
    List<Id<VoucherClaim>> runningBefore(LocalDate day, int limit);

    /** Keeps a line that changed. */
    void update(NoticeEntry entry);

    /** Keeps a new objection. */
    void add(Objection objection);

    /** An objection, if there is one of that name. */
    Optional<Objection> objection(Id<Objection> id);

    /** Keeps an objection that was decided. */
    void update(Objection objection);

    /** The objections to a claim that are not decided, oldest first. */
    List<Objection> open(Id<VoucherClaim> claim);

    /** The objections in a state, oldest first. */
    Page<Objection> objections(Objection.State state, Page.Request request);

    /** How many objections were filed by the public since an instant. */
    long filedSince(Instant instant);
}
