package org.quanlian.policies.shanxi2025;

import static org.quanlian.policies.shanxi2025.Notice.clause;

import java.util.List;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.Verdict;

/** From whom services may be bought (服务机构). Source: notice 二（三）, 五（四） and 五（五）. */
final class ProviderRules {
    private static final LegalRef NATIONWIDE = clause("五（四）");
    private static final LegalRef BY_AGREEMENT = clause("五（五）");

    private static final Rule<ServiceCase> AREA = new Rule<>("provider.area", clause("二（三）1"), ProviderRules::area);
    private static final Rule<ServiceCase> KIND = new Rule<>("provider.kind", clause("二（三）1"), ProviderRules::kind);
    private static final Rule<ServiceCase> CREDIT = mustNot("provider.credit", "二（三）2", Provider::discredited);
    private static final Rule<ServiceCase> SHARING_PLATFORM =
            must("provider.sharingPlatform", "二（三）3", Provider::onSharingPlatform);
    private static final Rule<ServiceCase> VOUCHER_SYSTEM =
            must("provider.voucherSystem", "二（三）3", Provider::inVoucherSystem);
    private static final Rule<ServiceCase> AFFILIATION = mustNot("provider.affiliation", "二（三）4", Provider::affiliated);

    static final List<Rule<ServiceCase>> IN_ORDER =
            List.of(AREA, KIND, CREDIT, SHARING_PLATFORM, VOUCHER_SYSTEM, AFFILIATION);

    private ProviderRules() {}

    /** How a decision tells that it stands on an agreement. */
    static Decision.AgreementUse use(Agreement agreement) {
        return new Decision.AgreementUse(
                agreement.descriptor().id(),
                agreement.descriptor().version(),
                BY_AGREEMENT,
                agreement.descriptor().status());
    }

    private static Verdict area(ServiceCase subject) {
        Fact<Area> area = subject.service().provider().area();
        if (area.isMissing()) {
            return Verdict.missing();
        }
        if (area.value().isIn(subject.terms().applicantProvince())) {
            return Verdict.passed();
        }
        Fact<Boolean> mayBuyNationwide = subject.standing().mayBuyNationwide();
        if (mayBuyNationwide.orElse(false)) {
            return Verdict.passed(area.value()).told("nationwide").citing(NATIONWIDE);
        }
        if (subject.admittedBy().isPresent()) {
            AgreementDescriptor agreement = subject.admittedBy().get().descriptor();
            return Verdict.passed(
                            area.value(),
                            agreement.title().zh(),
                            agreement.title().en())
                    .told("agreement")
                    .citing(BY_AGREEMENT);
        }
        // Qualifications that nobody told may yet show that the applicant may buy nationwide.
        return mayBuyNationwide.isMissing()
                ? Verdict.missing(area.value()).told("qualification").citing(NATIONWIDE)
                : Verdict.failed(area.value());
    }

    private static Verdict kind(ServiceCase subject) {
        Provider provider = subject.service().provider();
        if (provider.kind().isMissing()) {
            return Verdict.missing();
        }
        ProviderKind kind = provider.kind().value();
        if (subject.terms().providerKinds().contains(kind)) {
            return Verdict.passed();
        }
        if (!subject.terms().providerKindsWithLevel().contains(kind)) {
            return Verdict.failed(kind);
        }
        Fact<ProviderLevel> level = provider.level();
        if (level.isMissing()) {
            return Verdict.missing(kind).told("level");
        }
        return subject.terms().providerLevels().contains(level.value())
                ? Verdict.passed()
                : Verdict.failed(kind).told("level");
    }

    private static Rule<ServiceCase> must(String id, String clause, Function<Provider, Fact<Boolean>> fact) {
        return new Rule<>(
                id,
                clause(clause),
                subject -> verdict(fact.apply(subject.service().provider()), true));
    }

    private static Rule<ServiceCase> mustNot(String id, String clause, Function<Provider, Fact<Boolean>> fact) {
        return new Rule<>(
                id,
                clause(clause),
                subject -> verdict(fact.apply(subject.service().provider()), false));
    }

    private static Verdict verdict(Fact<Boolean> fact, boolean wanted) {
        if (fact.isMissing()) {
            return Verdict.missing();
        }
        return fact.value() == wanted ? Verdict.passed() : Verdict.failed();
    }
}
