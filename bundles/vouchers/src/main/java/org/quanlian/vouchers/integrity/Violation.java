package org.quanlian.vouchers.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A violation on the record of integrity (诚信记录), notice 五（七）.
 *
 * @param id its name
 * @param organisation who violated
 * @param party the firm by its code, or the team by its registration: a suspension holds for all its registrations
 * @param organisationName its name then
 * @param city the city that sees the record: the claim's, or else that of the organisation's registration
 * @param claim the claim that it is about, if one
 * @param conduct what was done
 * @param severity how grave it is
 * @param clause the clause that forbids it
 * @param description what happened
 * @param persons names of the people on the record with the organisation (相关个人)
 * @param evidence names of the documents that prove it
 * @param foundOn when it was found
 * @param suspension the days on which no support is given, both included; empty when none follows
 * @param by name of who recorded it
 * @param at when it was recorded
 * @param withdrawn when and why it was withdrawn, if it was: then it counts no longer, and stays on the record
 */
public record Violation(
        Id<Violation> id,
        Id<Organisation> organisation,
        String party,
        String organisationName,
        Area city,
        Optional<Id<VoucherClaim>> claim,
        Conduct conduct,
        Severity severity,
        String clause,
        String description,
        List<String> persons,
        List<Id<?>> evidence,
        LocalDate foundOn,
        Optional<DateRange> suspension,
        String by,
        Instant at,
        Optional<Withdrawal> withdrawn) {
    public Violation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(organisationName, "organisationName");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(conduct, "conduct");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(description, "description");
        persons = List.copyOf(persons);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(foundOn, "foundOn");
        Objects.requireNonNull(suspension, "suspension");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }

    /** The record with the names of people masked. */
    Violation masked() {
        return with(
                persons.stream()
                        .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + "**")
                        .toList(),
                evidence,
                withdrawn);
    }

    Violation withdrawn(Withdrawal withdrawal) {
        return with(persons, evidence, Optional.of(withdrawal));
    }

    /** The record with other people and documents. */
    public Violation with(List<String> newPersons, List<Id<?>> newEvidence) {
        return with(newPersons, newEvidence, withdrawn);
    }

    private Violation with(List<String> newPersons, List<Id<?>> newEvidence, Optional<Withdrawal> newWithdrawn) {
        return new Violation(
                id,
                organisation,
                party,
                organisationName,
                city,
                claim,
                conduct,
                severity,
                clause,
                description,
                newPersons,
                newEvidence,
                foundOn,
                suspension,
                by,
                at,
                newWithdrawn);
    }

    /** What was done, in the words of 五（七）. */
    public enum Conduct {
        /** Falsified something (弄虚作假). */
        FALSIFICATION(true),
        /** Obtained public money by deception (套取财政资金). */
        OBTAINING_FUNDS(true),
        /** Did not cooperate with supervision or evaluation (不配合监督检查和绩效考评). */
        REFUSING_SUPERVISION(true),
        /** Transferred, gave away or traded a voucher (转让、赠送、买卖创新券). */
        TRADING_VOUCHERS(false);

        private final boolean suspends;

        Conduct(boolean suspends) {
            this.suspends = suspends;
        }

        /** Whether the notice suspends for it; otherwise the department decides. */
        public boolean suspends() {
            return suspends;
        }
    }

    /** How grave it is. */
    public enum Severity {
        /** Not grave (一般). */
        ORDINARY,
        /** Grave: the law is called upon besides (情节严重). */
        GRAVE
    }

    /**
     * The withdrawal of a record that was wrong.
     *
     * @param reason why
     * @param by name of who withdrew it
     * @param at when
     */
    public record Withdrawal(String reason, String by, Instant at) {
        public Withdrawal {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }
}
