package org.quanlian.vouchers.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.policy.api.PolicyKey;

/**
 * A deadline of which people are to be told now (截止提醒).
 *
 * @param kind which deadline it is
 * @param policy the policy version that sets it
 * @param deadline the last instant
 * @param day the day on which it was to be told first: so many days before the deadline
 */
public record Reminder(Kind kind, PolicyKey policy, Instant deadline, LocalDate day) {
    public Reminder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(day, "day");
    }

    /** Which deadline it is. */
    public enum Kind {
        /** Drafts must be filed (四（四）): the applicant is told. */
        FILING("reminder.filing"),
        /** What was returned must be corrected and filed again: the applicant is told. */
        CORRECTION("reminder.correction"),
        /** What was filed must be recommended (四（五）): the city is told. */
        RECOMMENDATION("reminder.recommendation");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Stable code, which is the notification's kind and the name of its text. */
        public String code() {
            return code;
        }
    }
}
