package org.quanlian.policies.shanxi2025;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quanlian.model.Claim;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.SizeClass;

/** What an applicant's qualifications and figures make of it on the day of its claim. */
final class Applicants {
    private Applicants() {}

    /**
     * Where an applicant stands.
     *
     * @param valid the qualifications that are valid on the day
     * @param size its size class, when its figures tell
     * @param mayBuyNationwide whether it may buy from providers anywhere, when its qualifications tell
     * @param cap its cap for the year
     */
    record Standing(Set<QualificationType> valid, Fact<SizeClass> size, Fact<Boolean> mayBuyNationwide, Money cap) {}

    static Standing standing(Claim claim, Terms terms) {
        Set<QualificationType> valid = valid(claim.applicant().qualifications().orElse(List.of()), claim.day());
        boolean tenantCap = holdsAny(valid, terms.support().tenantCapFor());
        return new Standing(
                valid,
                size(claim, terms),
                claim.applicant().qualifications().map(told -> holdsAny(valid, terms.nationwideFor())),
                tenantCap ? terms.support().tenantCap() : terms.support().cap());
    }

    static boolean holdsAny(Set<QualificationType> held, Collection<QualificationType> wanted) {
        for (QualificationType type : wanted) {
            if (held.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private static Set<QualificationType> valid(List<Qualification> qualifications, LocalDate day) {
        Set<QualificationType> valid = java.util.EnumSet.noneOf(QualificationType.class);
        for (Qualification qualification : qualifications) {
            if (qualification.validity().includes(day)) {
                valid.add(qualification.type());
            }
        }
        return valid;
    }

    private static Fact<SizeClass> size(Claim claim, Terms terms) {
        Fact<org.quanlian.model.Scale> scale = claim.applicant().scale();
        if (scale.isMissing() || scale.value().industry().isMissing()) {
            return Fact.missing();
        }
        return terms.sizes().get(scale.value().industry().value()).classOf(scale.value());
    }
}
