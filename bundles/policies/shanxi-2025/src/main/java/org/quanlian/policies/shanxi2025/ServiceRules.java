package org.quanlian.policies.shanxi2025;

import static org.quanlian.policies.shanxi2025.Notice.clause;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.Verdict;

/** Which services are supported, and when (支持范围). Source: notice 二（一）, 二（二） and 五（三）. */
final class ServiceRules {
    private static final LegalRef PUBLIC_FUNDING = clause("二（二）1");
    private static final LegalRef NOT_INNOVATION = clause("二（二）2");
    private static final LegalRef GRANTED_BEFORE = clause("五（三）");

    private static final Rule<ServiceCase> CATEGORY =
            new Rule<>("service.category", clause("二（一）"), ServiceRules::category);
    private static final Rule<ServiceCase> PERIOD = new Rule<>("service.period", clause("二（一）"), ServiceRules::period);
    private static final Rule<ServiceCase> EXCLUSION =
            new Rule<>("service.exclusion", clause("二（二）"), ServiceRules::exclusion);
    private static final Rule<ServiceCase> DUPLICATE_INVOICE =
            new Rule<>("service.duplicateInvoice", clause("五（三）"), ServiceRules::duplicateInvoice);

    static final List<Rule<ServiceCase>> IN_ORDER = List.of(CATEGORY, PERIOD, EXCLUSION, DUPLICATE_INVOICE);

    private ServiceRules() {}

    private static Verdict category(ServiceCase subject) {
        return subject.service().category().isKnown() ? Verdict.passed() : Verdict.missing();
    }

    private static Verdict period(ServiceCase subject) {
        Spend spend = subject.spend();
        if (spend.countingInvoices() + spend.otherInvoices() == 0) {
            return Verdict.missing();
        }
        if (spend.countingInvoices() == 0) {
            return Verdict.failed(subject.terms().windows().servicePeriod());
        }
        return spend.otherInvoices() == 0 ? Verdict.passed() : Verdict.warning(spend.otherInvoices());
    }

    private static Verdict exclusion(ServiceCase subject) {
        Fact<Optional<Exclusion>> exclusion = subject.service().exclusion();
        if (exclusion.isMissing()) {
            return Verdict.missing();
        }
        return exclusion
                .value()
                .map(reason -> Verdict.failed(reason).citing(sourceOf(reason)))
                .orElse(Verdict.passed());
    }

    private static LegalRef sourceOf(Exclusion reason) {
        return switch (reason) {
            case PUBLICLY_FUNDED -> PUBLIC_FUNDING;
            case ALREADY_GRANTED -> GRANTED_BEFORE;
            default -> NOT_INNOVATION;
        };
    }

    private static Verdict duplicateInvoice(ServiceCase subject) {
        return subject.repeatedInvoice().map(number -> Verdict.failed(number)).orElse(Verdict.passed());
    }
}
