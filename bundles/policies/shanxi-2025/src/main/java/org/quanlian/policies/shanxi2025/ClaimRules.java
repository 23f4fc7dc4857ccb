package org.quanlian.policies.shanxi2025;

import static org.quanlian.policies.shanxi2025.Notice.clause;

import java.util.List;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Party;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.Verdict;

/** What a claim as a whole must keep: the deadline, the papers, the cap. Source: notice 三, 四（四） and 五（二）. */
final class ClaimRules {
    private static final Rule<ClaimCase> CAP = new Rule<>("claim.cap", clause("三"), ClaimRules::cap);
    private static final Rule<ClaimCase> DEADLINE = new Rule<>("claim.deadline", clause("四（四）"), ClaimRules::deadline);
    private static final Rule<ClaimCase> QUALIFICATION_PROOF =
            material("material.qualificationProof", "四（四）5", ClaimMaterial.QUALIFICATION_PROOF);
    private static final Rule<ClaimCase> NON_AFFILIATION =
            material("material.nonAffiliation", "四（四）6", ClaimMaterial.NON_AFFILIATION_COMMITMENT);
    private static final Rule<ClaimCase> BUSINESS_LICENCE =
            new Rule<>("material.businessLicence", clause("四（四）7"), ClaimRules::businessLicence);
    private static final Rule<ClaimCase> LEGAL_REPRESENTATIVE_ID =
            material("material.legalRepresentativeId", "四（四）8", ClaimMaterial.LEGAL_REPRESENTATIVE_ID);

    static final List<Rule<ClaimCase>> IN_ORDER =
            List.of(CAP, DEADLINE, QUALIFICATION_PROOF, NON_AFFILIATION, BUSINESS_LICENCE, LEGAL_REPRESENTATIVE_ID);

    private ClaimRules() {}

    private static Verdict cap(ClaimCase subject) {
        if (subject.claim().grantedThisYear().isMissing()) {
            boolean countsWithHost = subject.terms().support().teamSharesHostCap()
                    && subject.claim().applicant().party() instanceof Party.Team;
            return countsWithHost ? Verdict.missing().told("host") : Verdict.missing();
        }
        return subject.grants().cutByCap() ? Verdict.warning(subject.standing().cap()) : Verdict.passed();
    }

    private static Verdict deadline(ClaimCase subject) {
        return subject.claim().asOf().isAfter(subject.terms().windows().filingDeadline())
                ? Verdict.failed()
                : Verdict.passed();
    }

    private static Verdict businessLicence(ClaimCase subject) {
        if (subject.claim().applicant().party() instanceof Party.Team) {
            return Verdict.passed().told("team");
        }
        return present(subject, ClaimMaterial.BUSINESS_LICENCE);
    }

    private static Rule<ClaimCase> material(String id, String clause, ClaimMaterial material) {
        return new Rule<>(id, clause(clause), subject -> present(subject, material));
    }

    private static Verdict present(ClaimCase subject, ClaimMaterial material) {
        return subject.claim().materials().contains(material) ? Verdict.passed() : Verdict.missing();
    }
}
