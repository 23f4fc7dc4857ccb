package org.quanlian.policy.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.Contract;
import org.quanlian.model.DateRange;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Provider;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.Parameters;

/** A pack that grants nothing and says which version it is; a test may hold it up, or stop its bundle. */
public final class FakePack implements PolicyPack {
    public static final Area SHANXI = new Area("140000");
    public static final int YEAR = 2025;
    public static final Claim CLAIM = claim();

    private final PolicyDescriptor descriptor;
    private final Runnable onAssess;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private FakePack(PolicyKey key, Status status, Runnable onAssess) {
        DateRange year = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        this.descriptor = new PolicyDescriptor(
                key,
                status,
                new LocalizedText("创新券", "Vouchers"),
                List.of(new LegalDocument("文〔2025〕1号", "通知", "科技厅", Optional.empty())),
                new PolicyWindows(year, year, Instant.EPOCH, Instant.EPOCH, 5, false));
        this.onAssess = onAssess;
    }

    /** A version of Shanxi 2025 in force. */
    public static FakePack inForce(String version) {
        return of(SHANXI, YEAR, version, Status.IN_FORCE, () -> {});
    }

    /** A draft of Shanxi 2025. */
    public static FakePack draft(String version) {
        return of(SHANXI, YEAR, version, Status.DRAFT, () -> {});
    }

    /** A version of Shanxi 2025 in force that does something before it decides. */
    public static FakePack doing(String version, Runnable onAssess) {
        return of(SHANXI, YEAR, version, Status.IN_FORCE, onAssess);
    }

    /** Any version. */
    public static FakePack of(Area province, int year, String version, Status status, Runnable onAssess) {
        return new FakePack(new PolicyKey(province, year, Version.parse(version)), status, onAssess);
    }

    /** The name of a version of Shanxi 2025. */
    public static PolicyKey key(String version) {
        return new PolicyKey(SHANXI, YEAR, Version.parse(version));
    }

    /** What a framework does to the pack's bundle once it was withdrawn: from now on nobody may use it. */
    public void stop() {
        stopped.set(true);
    }

    @Override
    public PolicyDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Parameters parameters() {
        return new Parameters(List.of());
    }

    @Override
    public List<RuleDescription> rules() {
        return List.of();
    }

    @Override
    public Decision assess(Claim claim, Circumstances circumstances) {
        onAssess.run();
        if (stopped.get()) {
            throw new IllegalStateException(descriptor.key() + " was used after its bundle was stopped");
        }
        return new Decision(
                descriptor.key(),
                descriptor.document(),
                descriptor.status(),
                ClaimOutcome.INELIGIBLE,
                new Decision.Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO),
                List.of(),
                List.of(),
                circumstances.agreements().stream()
                        .map(agreement -> new Decision.AgreementUse(
                                agreement.descriptor().id(),
                                agreement.descriptor().version(),
                                new org.quanlian.policy.api.LegalRef("文〔2025〕1号", "一"),
                                agreement.descriptor().status()))
                        .toList(),
                claim.day(),
                List.of());
    }

    private static Claim claim() {
        Applicant applicant = new Applicant(
                new Party.Team(Optional.empty(), Fact.missing()),
                Optional.empty(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing());
        Service service = new Service(
                "s1",
                Fact.missing(),
                Fact.missing(),
                Provider.UNKNOWN,
                Contract.UNKNOWN,
                Fact.missing(),
                Fact.missing(),
                Set.of());
        return new Claim(Instant.parse("2025-07-01T02:00:00Z"), applicant, Fact.missing(), Set.of(), List.of(service));
    }
}
