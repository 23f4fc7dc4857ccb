package org.quanlian.policies.shanxi2025;

import static org.quanlian.policies.shanxi2025.Notice.clause;

import java.util.List;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.Verdict;

/** What was spent on a service, and the papers that show it. Source: notice 三, 四（四）1 to 4 and 五（一）. */
final class SpendRules {
    private static final Rule<ServiceCase> SPEND = new Rule<>("service.spend", clause("三"), SpendRules::spend);
    private static final Rule<ServiceCase> CONTRACT = new Rule<>("service.contract", clause("三"), SpendRules::contract);
    private static final Rule<ServiceCase> PAYMENTS =
            new Rule<>("service.payments", clause("五（一）"), SpendRules::payments);
    private static final Rule<ServiceCase> CONTRACT_PAPER =
            material("material.contract", "四（四）1", ServiceMaterial.CONTRACT);
    private static final Rule<ServiceCase> INVOICE_PAPER =
            material("material.invoice", "四（四）2", ServiceMaterial.INVOICE);
    private static final Rule<ServiceCase> PAYMENT_PROOF =
            material("material.paymentProof", "四（四）3", ServiceMaterial.PAYMENT_PROOF);
    private static final Rule<ServiceCase> SERVICE_RESULT =
            material("material.serviceResult", "四（四）4", ServiceMaterial.SERVICE_RESULT);

    static final List<Rule<ServiceCase>> IN_ORDER =
            List.of(SPEND, CONTRACT, PAYMENTS, CONTRACT_PAPER, INVOICE_PAPER, PAYMENT_PROOF, SERVICE_RESULT);

    private SpendRules() {}

    private static Verdict spend(ServiceCase subject) {
        Spend spend = subject.spend();
        if (spend.isNothing() && hasInvoices(subject.service()) && hasPayments(subject.service())) {
            return Verdict.warning();
        }
        String variant = subject.terms().support().taxIncluded() ? "" : "net";
        return Verdict.passed(spend.supportable(), spend.carriedOver()).told(variant);
    }

    private static Verdict contract(ServiceCase subject) {
        return subject.spend().boundByContract()
                ? Verdict.warning(subject.service().contract().amount().orElseThrow())
                : Verdict.passed();
    }

    private static Verdict payments(ServiceCase subject) {
        return hasPayments(subject.service()) ? Verdict.passed() : Verdict.missing();
    }

    private static boolean hasInvoices(Service service) {
        return service.invoices().isKnown() && !service.invoices().value().isEmpty();
    }

    private static boolean hasPayments(Service service) {
        return service.payments().isKnown() && !service.payments().value().isEmpty();
    }

    private static Rule<ServiceCase> material(String id, String clause, ServiceMaterial material) {
        return new Rule<>(
                id,
                clause(clause),
                subject -> subject.service().materials().contains(material) ? Verdict.passed() : Verdict.missing());
    }
}
