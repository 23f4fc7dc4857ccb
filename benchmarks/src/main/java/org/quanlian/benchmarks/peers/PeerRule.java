package org.quanlian.benchmarks.peers;

import java.util.List;
import java.util.Optional;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.Verdict;

/**
 * A rule of Shanxi 2025 by its name and clause, for the peers to cite.
 *
 * <p>A finding that says no more than its outcome is made once, for both peers, as the policy API does for passes.
 */
public final class PeerRule {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Shanxi2025.class);

    public static final PeerRule APPLICANT_AREA = new PeerRule(0, "applicant.area", "一");
    public static final PeerRule APPLICANT_LEGAL_PERSON = new PeerRule(1, "applicant.legalPerson", "一");
    public static final PeerRule APPLICANT_RESEARCH = new PeerRule(2, "applicant.research", "一（一）");
    public static final PeerRule APPLICANT_CREDIT = new PeerRule(3, "applicant.credit", "一（二）");
    public static final PeerRule APPLICANT_QUALIFICATION = new PeerRule(4, "applicant.qualification", "一（三）");
    public static final PeerRule APPLICANT_SUSPENSION = new PeerRule(5, "applicant.suspension", "五（七）");
    public static final PeerRule CLAIM_CAP = new PeerRule(6, "claim.cap", "三");
    public static final PeerRule CLAIM_DEADLINE = new PeerRule(7, "claim.deadline", "四（四）");
    public static final PeerRule QUALIFICATION_PROOF = new PeerRule(8, "material.qualificationProof", "四（四）5");
    public static final PeerRule NON_AFFILIATION = new PeerRule(9, "material.nonAffiliation", "四（四）6");
    public static final PeerRule BUSINESS_LICENCE = new PeerRule(10, "material.businessLicence", "四（四）7");
    public static final PeerRule LEGAL_REPRESENTATIVE_ID = new PeerRule(11, "material.legalRepresentativeId", "四（四）8");

    public static final PeerRule SERVICE_CATEGORY = new PeerRule(0, "service.category", "二（一）");
    public static final PeerRule SERVICE_PERIOD = new PeerRule(1, "service.period", "二（一）");
    public static final PeerRule SERVICE_EXCLUSION = new PeerRule(2, "service.exclusion", "二（二）");
    public static final PeerRule DUPLICATE_INVOICE = new PeerRule(3, "service.duplicateInvoice", "五（三）");
    public static final PeerRule PROVIDER_AREA = new PeerRule(4, "provider.area", "二（三）1");
    public static final PeerRule PROVIDER_KIND = new PeerRule(5, "provider.kind", "二（三）1");
    public static final PeerRule PROVIDER_CREDIT = new PeerRule(6, "provider.credit", "二（三）2");
    public static final PeerRule SHARING_PLATFORM = new PeerRule(7, "provider.sharingPlatform", "二（三）3");
    public static final PeerRule VOUCHER_SYSTEM = new PeerRule(8, "provider.voucherSystem", "二（三）3");
    public static final PeerRule AFFILIATION = new PeerRule(9, "provider.affiliation", "二（三）4");
    public static final PeerRule SERVICE_SPEND = new PeerRule(10, "service.spend", "三");
    public static final PeerRule SERVICE_CONTRACT = new PeerRule(11, "service.contract", "三");
    public static final PeerRule SERVICE_PAYMENTS = new PeerRule(12, "service.payments", "五（一）");
    public static final PeerRule CONTRACT_PAPER = new PeerRule(13, "material.contract", "四（四）1");
    public static final PeerRule INVOICE_PAPER = new PeerRule(14, "material.invoice", "四（四）2");
    public static final PeerRule PAYMENT_PROOF = new PeerRule(15, "material.paymentProof", "四（四）3");
    public static final PeerRule SERVICE_RESULT = new PeerRule(16, "material.serviceResult", "四（四）4");

    /** How many rules are about a claim as a whole. */
    public static final int ABOUT_CLAIM = 12;

    /** How many rules are about each service. */
    public static final int ABOUT_SERVICE = 17;

    private final int position;
    private final String id;
    private final LegalRef source;
    private final Finding passed;
    private final Finding failed;
    private final Finding missing;

    private PeerRule(int position, String id, String clause) {
        this.position = position;
        this.id = id;
        this.source = clause(clause);
        this.passed = found(Verdict.passed());
        this.failed = found(Verdict.failed());
        this.missing = found(Verdict.missing());
    }

    /** A clause of the notice. */
    public static LegalRef clause(String clause) {
        return new LegalRef("晋科函〔2025〕11号", clause);
    }

    /** Where the rule's finding stands among those about the same subject. */
    public int position() {
        return position;
    }

    /** A pass with nothing particular to say. */
    public Finding passed() {
        return passed;
    }

    /** A failure with nothing particular to say. */
    public Finding failed() {
        return failed;
    }

    /** Something missing, with nothing particular to say. */
    public Finding missing() {
        return missing;
    }

    /** What was found, told by the text of a variant, with what that text mentions. */
    public Finding found(FindingOutcome outcome, String variant, Object... arguments) {
        return found(new Verdict(outcome, variant, Optional.empty(), List.of(arguments)));
    }

    /** What was found by a clause more exact than the rule's own. */
    public Finding found(FindingOutcome outcome, String variant, LegalRef exactSource, Object... arguments) {
        return new Finding(
                id, exactSource, new Verdict(outcome, variant, Optional.of(exactSource), List.of(arguments)), TEXTS);
    }

    private Finding found(Verdict verdict) {
        return new Finding(id, source, verdict, TEXTS);
    }
}
