package org.quanlian.vouchers.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.Organisation;

/** Violations, suspensions and recoveries, as they are kept. */
public interface IntegrityRecords {
    /**
     * The last day of the suspension that holds on a day, if one does; the latest when there are several. A suspension
     * of a firm holds for all its registrations.
     */
    Optional<LocalDate> suspendedUntil(Id<Organisation> organisation, LocalDate day);

    /** Keeps a new violation. */
    void add(Violation violation);

    /** A violation, if there is one of that name. */
    Optional<Violation> find(Id<Violation> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<Violation> lock(Id<Violation> id);

    /** Keeps a violation that was withdrawn. */
    void update(Violation violation);

    /**
     * Violations, latest first.
     *
     * @param organisation only those of that organisation, if given
     * @param city only those that concern that city, if given
     */
    Page<Violation> list(Optional<Id<Organisation>> organisation, Optional<Area> city, Page.Request request);

    /** Keeps a recovery. */
    void add(Recovery recovery);

    /** The recovery of a claim under the bank's reference, if it is recorded. */
    Optional<Recovery> recovery(Id<VoucherClaim> claim, String bankReference);

    /** The recoveries of a claim, oldest first. */
    List<Recovery> recoveries(Id<VoucherClaim> claim);
}
