package org.quanlian.policies.shanxi2025;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.QualificationType;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Ratio;
import org.quanlian.policy.api.parameters.ParameterReader;
import org.quanlian.policy.api.parameters.ValueTypes;

/** The parameters of {@code policy.yaml} as typed values; their clauses and descriptions stand there. */
record Terms(
        Area applicantProvince,
        Set<QualificationType> qualifications,
        Set<QualificationType> qualificationsBySize,
        Set<ProviderKind> providerKinds,
        Set<ProviderKind> providerKindsWithLevel,
        Set<ProviderLevel> providerLevels,
        Set<QualificationType> nationwideFor,
        Support support,
        PolicyWindows windows,
        int suspensionYears,
        Map<Industry, SizeBounds> sizes) {

    /** How much is paid, and by whom. */
    record Support(
            Ratio ratio,
            Money cap,
            Money tenantCap,
            Set<QualificationType> tenantCapFor,
            Ratio cityShare,
            OddFen oddFen,
            boolean taxIncluded,
            RedLetter redLetter,
            boolean teamSharesHostCap) {}

    /** Who pays the fen that is left when a grant is halved. */
    enum OddFen {
        PROVINCE,
        CITY
    }

    /** Which spend a red-letter invoice reduces. */
    enum RedLetter {
        /** The spend of the period in which the red-letter invoice itself was issued. */
        BY_OWN_DATE,
        /** The spend of the service period, whenever it was issued. */
        AGAINST_SERVICE_PERIOD
    }

    static Terms read(ParameterReader file) {
        Map<Industry, SizeBounds> sizes = new EnumMap<>(Industry.class);
        for (Industry industry : Industry.values()) {
            sizes.put(industry, file.read("size." + industry.name(), SizeBounds.TYPE));
        }
        return new Terms(
                file.read("applicant.province", ValueTypes.AREA),
                file.read("applicant.qualifications", ValueTypes.setOf(QualificationType.class)),
                file.read("applicant.qualificationsBySize", ValueTypes.setOf(QualificationType.class)),
                file.read("provider.kinds", ValueTypes.setOf(ProviderKind.class)),
                file.read("provider.kindsWithLevel", ValueTypes.setOf(ProviderKind.class)),
                file.read("provider.levels", ValueTypes.setOf(ProviderLevel.class)),
                file.read("provider.nationwideFor", ValueTypes.setOf(QualificationType.class)),
                support(file),
                windows(file),
                file.read("violation.suspensionYears", ValueTypes.YEARS),
                sizes);
    }

    private static Support support(ParameterReader file) {
        return new Support(
                file.read("support.ratio", ValueTypes.RATIO),
                file.read("support.cap", ValueTypes.MONEY),
                file.read("support.tenantCap", ValueTypes.MONEY),
                file.read("support.tenantCapFor", ValueTypes.setOf(QualificationType.class)),
                file.read("support.cityShare", ValueTypes.RATIO),
                file.read("support.oddFen", ValueTypes.oneOf(OddFen.class)),
                file.read("support.taxIncluded", ValueTypes.YES_NO),
                file.read("support.redLetter", ValueTypes.oneOf(RedLetter.class)),
                file.read("support.teamSharesHostCap", ValueTypes.YES_NO));
    }

    private static PolicyWindows windows(ParameterReader file) {
        return new PolicyWindows(
                file.read("service.period", ValueTypes.PERIOD),
                file.read("service.carryOverPeriod", ValueTypes.PERIOD),
                file.read("filing.deadline", ValueTypes.INSTANT),
                file.read("recommendation.deadline", ValueTypes.INSTANT),
                file.read("notice.workingDays", ValueTypes.WORKING_DAYS),
                file.read("notice.firstDayCounts", ValueTypes.YES_NO));
    }
}
