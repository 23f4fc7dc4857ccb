package org.quanlian.policies.shanxi2025;

import static org.quanlian.policies.shanxi2025.Notice.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.Verdict;

/** Who may apply (申请条件). Source: notice 一 and 五（七）. */
final class ApplicantRules {
    private static final Rule<ClaimCase> AREA = new Rule<>("applicant.area", clause("一"), ApplicantRules::area);
    private static final Rule<ClaimCase> LEGAL_PERSON =
            new Rule<>("applicant.legalPerson", clause("一"), ApplicantRules::legalPerson);
    private static final Rule<ClaimCase> RESEARCH =
            new Rule<>("applicant.research", clause("一（一）"), ApplicantRules::research);
    private static final Rule<ClaimCase> CREDIT =
            new Rule<>("applicant.credit", clause("一（二）"), ApplicantRules::credit);
    private static final Rule<ClaimCase> QUALIFICATION =
            new Rule<>("applicant.qualification", clause("一（三）"), ApplicantRules::qualification);
    private static final Rule<ClaimCase> SUSPENSION =
            new Rule<>("applicant.suspension", clause("五（七）"), ApplicantRules::suspension);

    static final List<Rule<ClaimCase>> IN_ORDER =
            List.of(AREA, LEGAL_PERSON, RESEARCH, CREDIT, QUALIFICATION, SUSPENSION);

    private ApplicantRules() {}

    private static Verdict area(ClaimCase subject) {
        Fact<Area> area = subject.claim().applicant().area();
        if (area.isMissing()) {
            return Verdict.missing();
        }
        return area.value().isIn(subject.terms().applicantProvince()) ? Verdict.passed() : Verdict.failed(area.value());
    }

    private static Verdict legalPerson(ClaimCase subject) {
        if (subject.claim().applicant().party() instanceof Party.Enterprise enterprise) {
            Fact<Boolean> independent = enterprise.independentLegalPerson();
            if (independent.isMissing()) {
                return Verdict.missing();
            }
            return independent.value() ? Verdict.passed() : Verdict.failed();
        }
        Party.Team team = (Party.Team) subject.claim().applicant().party();
        return team.host().isKnown()
                ? Verdict.passed(team.host().value().name()).told("team").citing(clause("一（三）"))
                : Verdict.missing().told("team").citing(clause("一（三）"));
    }

    private static Verdict research(ClaimCase subject) {
        Fact<Money> spending = subject.claim().applicant().researchSpending();
        if (spending.isMissing()) {
            return Verdict.missing();
        }
        return spending.value().isPositive() ? Verdict.passed() : Verdict.failed();
    }

    private static Verdict credit(ClaimCase subject) {
        Fact<Boolean> discredited = subject.claim().applicant().discredited();
        if (discredited.isMissing()) {
            return Verdict.missing();
        }
        return discredited.value() ? Verdict.failed() : Verdict.passed();
    }

    private static Verdict qualification(ClaimCase subject) {
        Applicant applicant = subject.claim().applicant();
        Applicants.Standing standing = subject.standing();
        if (applicant.qualifications().isMissing()) {
            return Verdict.missing();
        }
        if (Applicants.holdsAny(standing.valid(), subject.terms().qualifications())) {
            return Verdict.passed();
        }
        if (!Applicants.holdsAny(standing.valid(), subject.terms().qualificationsBySize())) {
            return Verdict.failed();
        }
        if (standing.size().isMissing()) {
            return Verdict.missing().told("scale").citing(clause("五（八）"));
        }
        SizeClass size = standing.size().value();
        return size == SizeClass.LARGE
                ? Verdict.failed().told("large").citing(clause("五（八）"))
                : Verdict.passed(size).told("size");
    }

    private static Verdict suspension(ClaimCase subject) {
        Fact<Optional<LocalDate>> suspendedUntil = subject.claim().applicant().suspendedUntil();
        if (suspendedUntil.isMissing()) {
            return Verdict.missing();
        }
        Optional<LocalDate> lastDay = suspendedUntil.value();
        boolean suspended = lastDay.isPresent() && !subject.claim().day().isAfter(lastDay.get());
        return suspended ? Verdict.failed(lastDay.get()) : Verdict.passed();
    }
}
