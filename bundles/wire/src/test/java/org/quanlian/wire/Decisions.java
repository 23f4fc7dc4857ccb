package org.quanlian.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Verdict;
import org.quanlian.policy.api.Version;

/** Decisions to be written, in words that the wire's own texts give. */
final class Decisions {
    static final PolicyKey KEY = new PolicyKey(new Area("140000"), 2025, Version.parse("1.0.0"));
    static final String NOTICE = "晋科函〔2025〕11号";

    private Decisions() {}

    static Decision of(ClaimOutcome outcome, List<ServiceDecision> services, List<Finding> findings) {
        return new Decision(
                KEY,
                NOTICE,
                Status.IN_FORCE,
                outcome,
                new Decision.Amounts(
                        Money.parse("120000.01"),
                        Money.parse("60000.00"),
                        Money.parse("30000.00"),
                        Money.parse("30000.00"),
                        Money.parse("500000.00"),
                        Money.parse("440000.00")),
                services,
                findings,
                List.of(new Decision.AgreementUse(
                        "hainan-shanxi", Version.parse("1.0.0"), new LegalRef(NOTICE, "五（五）"), Status.DRAFT)),
                LocalDate.of(2025, 7, 1),
                List.of());
    }

    static ServiceDecision service(String id, ServiceOutcome outcome, List<Finding> findings) {
        return new ServiceDecision(
                id, outcome, Money.parse("120000.01"), Money.parse("0.05"), Money.parse("60000.00"), findings);
    }

    /** A finding told by one of the texts of this class's own catalogue. */
    static Finding finding(FindingOutcome outcome, String clause, Object... arguments) {
        return new Finding(
                "rule.one",
                new LegalRef(NOTICE, clause),
                new Verdict(outcome, "", Optional.empty(), List.of(arguments)),
                MessageCatalog.beside(org.quanlian.wire.texts.Anchor.class));
    }
}
