package org.quanlian.store.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.model.Fact;
import org.quanlian.model.ProviderKind;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.exchange.ForeignProvider;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.SyncState;
import org.quanlian.vouchers.registry.RegisteredFacts.ProviderStanding;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.registry.RegistrySettings;

/** A provider of a partner province is known by that province's catalogue, as long as it is current; on each database. */
@EachDatabase
class PartnerCatalogueContractTest {
    private static final List<String> PROVINCES = List.of("31", "32", "33", "34", "35", "36", "37", "41", "42", "43");

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Each test has a partner of its own. */
    private final Area partner = new Area(PROVINCES.get(TESTS.getAndIncrement()) + "0000");

    private final RegistryYear year;
    private Registration applicant;
    private Registration provider;

    PartnerCatalogueContractTest(TestDatabase database) {
        this.year = new RegistryYear(database);
    }

    @BeforeEach
    void register() {
        applicant = year.enterprise();
        Application application = RegistryYear.provider(year.uscc(), "示例外省研究院" + partner);
        provider = year.approve(year.register(new Application(
                application.uscc(),
                application.name(),
                new Area(partner.code().substring(0, 2) + "0100"),
                application.profile())));
    }

    @Test
    void shouldGoByWhatIsKnownHere_whenTheProvinceTellsNothing() {
        assertThat(standing().catalogue()).isEmpty();
        assertThat(standing().facts().inVoucherSystem()).isEqualTo(Fact.of(true));

        tells(PartnerRecord.State.REMOVED);
        assertThat(standing().catalogue()).as("of a former partner").isEmpty();
    }

    @Test
    void shouldGoByTheCatalogue_whenItIsCurrent() {
        tells(PartnerRecord.State.ACTIVE);
        agreedAt(RegistryYear.NOW.minus(Duration.ofDays(1)));
        assertThat(standing().facts().inVoucherSystem()).isEqualTo(Fact.of(false));
        assertThat(standing().facts().onSharingPlatform()).isEqualTo(Fact.of(false));
        assertThat(finding()).isEqualTo("catalogue.unlisted");

        lists(true);

        assertThat(standing().facts().inVoucherSystem()).isEqualTo(Fact.of(true));
        assertThat(standing().facts().onSharingPlatform()).isEqualTo(Fact.of(true));
        assertThat(finding()).isEqualTo("catalogue.listed");
        lists(false);
        assertThat(standing().facts().onSharingPlatform()).isEqualTo(Fact.of(false));
    }

    @Test
    void shouldNotAdmit_whomThisNodeSuspends() {
        tells(PartnerRecord.State.ACTIVE);
        agreedAt(RegistryYear.NOW);
        lists(true);

        year.suspended.put(provider.id(), LocalDate.of(2028, 1, 1));

        assertThat(standing().facts().inVoucherSystem()).isEqualTo(Fact.of(false));
    }

    @Test
    void shouldKnowNothing_whenTheCatalogueIsStale() {
        tells(PartnerRecord.State.ACTIVE);
        lists(true);
        assertThat(finding()).as("never compared").isEqualTo("catalogue.stale");

        agreedAt(RegistryYear.NOW
                .minus(RegistrySettings.DEFAULT.catalogueMaxAge())
                .minusSeconds(1));

        assertThat(standing().facts().inVoucherSystem().isMissing()).isTrue();
        assertThat(standing().facts().onSharingPlatform().isMissing()).isTrue();
        assertThat(finding()).isEqualTo("catalogue.stale");
        agreedAt(RegistryYear.NOW.minus(RegistrySettings.DEFAULT.catalogueMaxAge()));
        assertThat(finding()).isEqualTo("catalogue.listed");
    }

    private String finding() {
        PartnerCatalogue.Finding finding = standing().catalogue().orElseThrow().finding();
        assertThat(finding.text().zh()).contains(partner.code());
        return finding.code();
    }

    private ProviderStanding standing() {
        return year.read(session -> year.facts.provider(session, provider.id(), applicant.id(), RegistryYear.NOW));
    }

    private void tells(PartnerRecord.State state) {
        year.write(session -> {
            session.exchange()
                    .partners()
                    .add(new PartnerRecord(
                            partner,
                            new LocalizedText("伙伴", "partner"),
                            "https://node.example/exchange",
                            "AAAA",
                            new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)),
                            new TreeSet<>(List.of(PartnerCatalogue.INSTITUTIONS)),
                            new TreeSet<>(),
                            state,
                            RegistryYear.NOW,
                            1));
            return true;
        });
    }

    private void agreedAt(Instant at) {
        year.write(session -> {
            ReplicaName told = new ReplicaName(partner, new Area("140000"), PartnerCatalogue.INSTITUTIONS);
            SyncState state = session.exchange().replicas().lock(told);
            session.exchange().replicas().update(told, state.compared(at, 0));
            return true;
        });
    }

    private void lists(boolean onSharingPlatform) {
        year.write(session -> {
            session.exchange()
                    .foreignProviders()
                    .put(new ForeignProvider(
                            partner,
                            provider.organisation().uscc().orElseThrow(),
                            "示例外省研究院",
                            partner,
                            Optional.of(ProviderKind.KEY_LABORATORY),
                            Optional.empty(),
                            onSharingPlatform,
                            RegistryYear.NOW));
            return true;
        });
    }
}
