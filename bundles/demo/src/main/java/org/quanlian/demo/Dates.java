package org.quanlian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.quanlian.model.ChinaTime;

/** The days of the year that is played: those of the notice of Shanxi 2025, and believable ones around them. */
final class Dates {
    static final int YEAR = 2025;

    static final LocalDate OPENING = LocalDate.of(2024, 8, 12);
    static final LocalDate REGISTRATION_ENDS = LocalDate.of(2024, 9, 10);
    static final LocalDate FIRST_INVOICE = LocalDate.of(2024, 10, 12);
    static final LocalDate LAST_INVOICE = LocalDate.of(2025, 6, 28);
    static final LocalDate FIRST_FILING = LocalDate.of(2025, 3, 3);
    static final LocalDate LAST_FILING = LocalDate.of(2025, 7, 14);
    static final LocalDate LATER_INVOICES = LocalDate.of(2025, 7, 1);
    static final LocalDate BUDGET = LocalDate.of(2025, 2, 24);
    static final Instant CENTRE = at("2025-07-31T09:00");
    static final Instant ASSIGNED = at("2025-08-05T09:00");
    static final Instant OPINIONS = at("2025-08-08T09:00");
    static final Instant CONCLUDED = at("2025-08-15T14:00");
    static final Instant APPROVALS = at("2025-08-25T09:30");
    static final Instant NOTICE = at("2025-08-29T10:00");
    static final Instant OBJECTION = at("2025-09-01T15:20");
    static final Instant ANSWER = at("2025-09-03T11:10");
    static final Instant NOTICE_OVER = at("2025-09-12T00:05");
    static final Instant ALLOCATION = at("2025-09-22T10:00");
    static final Instant PAYMENTS = at("2025-10-13T09:10");
    static final Instant VIOLATIONS = at("2025-11-17T10:30");
    static final Instant RECOVERY = at("2025-12-01T10:00");
    static final Instant CARRY_OVER = at("2025-12-05T15:00");

    /** Everything of the year has happened by then, but what happens on the day of the demo itself. */
    static final Instant OVER = at("2025-12-10T00:00");

    private Dates() {}

    static Instant at(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(ChinaTime.ZONE).toInstant();
    }
}
