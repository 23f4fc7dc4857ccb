package org.quanlian.vouchers.integrity;

import java.time.LocalDate;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.parameters.ValueTypes;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.treasury.PinnedTerms;

/** How long the policy of a year suspends (几年内不再给予创新券支持), 五（七）. */
public final class SuspensionTerms {
    private final PolicyRegistry policies;
    private final Area province;

    /**
     * @param policies the policy versions on the node
     * @param province the province whose policies suspend
     */
    public SuspensionTerms(PolicyRegistry policies, Area province) {
        this.policies = policies;
        this.province = province;
    }

    /**
     * The days of a suspension by the policy in force for a year: so many years, counted from its first day, the last being
     * the day before that day comes again.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code suspension.policy} or {@code policy.parameter}
     */
    DateRange from(LocalDate first, int year) {
        PolicyVersion version = policies.versions().stream()
                .filter(of -> of.current()
                        && of.descriptor().key().province().equals(province)
                        && of.descriptor().key().year() == year)
                .findFirst()
                .orElseThrow(() -> IntegrityRefusals.TEXTS.refused(Kind.CONFLICT, "suspension.policy", province, year));
        int years = PinnedTerms.value(version, first, "violation.suspensionYears", ValueTypes.YEARS);
        return new DateRange(first, first.plusYears(years).minusDays(1));
    }
}
