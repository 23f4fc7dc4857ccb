package org.quanlian.vouchers.integrity;

import java.time.LocalDate;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/** Violations and suspensions, as they are kept. */
public interface IntegrityRecords {
    /**
     * The last day of the suspension that holds on a day, if one does; the latest when there are several. A suspension
     * of a firm holds for all its registrations.
     */
    Optional<LocalDate> suspendedUntil(Id<Organisation> organisation, LocalDate day);
}
