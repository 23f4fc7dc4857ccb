package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A claim as a list shows it.
 *
 * @param id its name
 * @param number number under which people know it
 * @param applicant who applies
 * @param host the platform company that files for a team, if it is one
 * @param city the body that reviews it first
 * @param year the year of the policy
 * @param state where it stands
 * @param filedAt when it was filed first
 * @param outcome what the decision on it comes to, from the filing on
 * @param grant what the decision grants, from the filing on
 * @param approved what the department approved, from the approval on
 * @param createdAt when it was begun
 * @param version counts its changes
 */
public record ClaimSummary(
        Id<VoucherClaim> id,
        String number,
        Id<Organisation> applicant,
        Optional<Id<Organisation>> host,
        Area city,
        int year,
        ClaimState state,
        Optional<Instant> filedAt,
        Optional<ClaimOutcome> outcome,
        Optional<Money> grant,
        Optional<Money> approved,
        Instant createdAt,
        long version) {
    public ClaimSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(filedAt, "filedAt");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(approved, "approved");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
