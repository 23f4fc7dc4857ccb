package org.quanlian.policy.api;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.model.DateRange;

/**
 * The periods and deadlines of a policy year (时间周期).
 *
 * @param servicePeriod invoice dates that count this year
 * @param carryOverPeriod invoice dates that count while budget remains, else next year
 * @param filingDeadline last instant at which an applicant may file with its city
 * @param recommendationDeadline last instant at which a city may recommend to the province
 * @param publicNoticeWorkingDays working days of the public notice (公示期)
 * @param publicNoticeFirstDayCounts whether the day of publication is the first of them
 */
public record PolicyWindows(
        DateRange servicePeriod,
        DateRange carryOverPeriod,
        Instant filingDeadline,
        Instant recommendationDeadline,
        int publicNoticeWorkingDays,
        boolean publicNoticeFirstDayCounts) {
    public PolicyWindows {
        Objects.requireNonNull(servicePeriod, "servicePeriod");
        Objects.requireNonNull(carryOverPeriod, "carryOverPeriod");
        Objects.requireNonNull(filingDeadline, "filingDeadline");
        Objects.requireNonNull(recommendationDeadline, "recommendationDeadline");
    }
}
