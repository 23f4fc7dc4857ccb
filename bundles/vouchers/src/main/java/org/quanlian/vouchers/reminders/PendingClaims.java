package org.quanlian.vouchers.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.Organisation;

/** The claims that wait for somebody to act before a deadline, and who was reminded of it, as they are kept. */
public interface PendingClaims {
    /** Those of a province's year that were never filed, oldest first. */
    Page<Pending> drafts(Area province, int year, Page.Request page);

    /** Those that are pinned to a policy version and were returned for correction, oldest first. */
    Page<Pending> returned(PolicyKey policy, Page.Request page);

    /** How many of those that are pinned to a policy version wait for each city; cities where none does are left out. */
    Map<Area, Long> filed(PolicyKey policy);

    /**
     * Writes down that a reminder is told.
     *
     * @param subject what it is about
     * @param day the day on which it was to be told first
     * @return whether it was not told yet: of several nodes that ask, one is answered yes
     */
    boolean firstTold(Reminder.Kind kind, String subject, LocalDate day, Instant at);

    /**
     * A claim that waits for its applicant.
     *
     * @param id its name
     * @param number number under which people know it
     * @param applicant who applies
     * @param host the platform company that files for a team, if it is one
     */
    record Pending(Id<VoucherClaim> id, String number, Id<Organisation> applicant, Optional<Id<Organisation>> host) {}
}
