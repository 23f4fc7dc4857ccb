package org.quanlian.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.partner.CertificateStanding.State;
import org.quanlian.exchange.testing.MovableClock;
import org.quanlian.exchange.testing.TestNode;
import org.quanlian.keys.Profile;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** How Hainan becomes a partner of Shanxi, and what becomes of it, on a real store. */
class PartnersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T01:02:03Z"));
    private final Clock clock = new MovableClock(now);
    private final TestDatabase database = TestDatabase.derby();
    private final Store store = database.store(clock);

    private TestNode shanxi;
    private TestNode hainan;
    private Introductions introductions;
    private PartnerUpkeep upkeep;
    private PartnerOverview overview;

    @BeforeEach
    void makeNodes() {
        shanxi = new TestNode("140000", folder, Profile.INTL, clock);
        hainan = new TestNode(
                "460000",
                folder,
                new AtomicReference<>(Profile.INTL),
                clock,
                EnumSet.complementOf(EnumSet.of(DataClass.SETTLEMENT)));
        introductions = new Introductions(store, clock, shanxi.credentials(), shanxi.offer());
        upkeep = new PartnerUpkeep(store, clock);
        overview = new PartnerOverview(store, clock, shanxi.credentials());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldAddAPartner_asItsFileSays_whenItsFingerprintIsConfirmed() {
        OwnDescriptor.Made file = hainan.file();

        introductions.introduce(file.bytes(), file.fingerprint().toUpperCase(Locale.ROOT), Terms.UNSAID);

        PartnerRecord kept = record().orElseThrow();
        assertThat(kept.name()).isEqualTo(hainan.offer().name());
        assertThat(kept.endpoint()).isEqualTo("https://460000.example/exchange");
        assertThat(kept.agreementKey())
                .isEqualTo(hainan.credentials().agreement().shown().text());
        assertThat(kept.validity()).isEqualTo(new DateRange(TODAY, LocalDate.of(2027, 2, 28)));
        assertThat(kept.receive())
                .containsExactly("agreement", "credit", "duplicates", "institutions")
                .isEqualTo(kept.send());
        assertThat(believed(Use.SIGNATURE))
                .containsExactly(hainan.credentials().working(Use.SIGNATURE).fingerprint());
        assertThat(believed(Use.TRANSPORT))
                .containsExactly(hainan.credentials().working(Use.TRANSPORT).fingerprint());
        assertThat(pins()).extracting(Pin::fingerprint).isEqualTo(believed(Use.TRANSPORT));
        assertThat(partner().orElseThrow().certificates()).hasSize(1);
    }

    @Test
    void shouldChangeNothing_whenAFileIsLookedAt_orTheFingerprintIsAnother() {
        OwnDescriptor.Made file = hainan.file();

        assertThat(introductions.look(file.bytes(), Terms.UNSAID).fingerprint()).isEqualTo(file.fingerprint());
        pass(Duration.ofSeconds(1));
        refused(
                "partner.fingerprint",
                () -> introductions.introduce(file.bytes(), hainan.file().fingerprint(), Terms.UNSAID));

        assertThat(record()).isEmpty();
    }

    @Test
    void shouldAgreeOnWhatPeopleSay_withinWhatTheOtherOffers() {
        OwnDescriptor.Made file = hainan.file();
        Terms said = new Terms(
                Optional.of(Set.of(DataClass.CREDIT)),
                Optional.of(Set.of()),
                Optional.of(TODAY.plusDays(1)),
                Optional.of(TODAY.plusDays(10)));
        introductions.introduce(file.bytes(), file.fingerprint(), said);

        assertThat(record().orElseThrow().receive()).containsExactly("credit");
        assertThat(record().orElseThrow().send()).isEmpty();
        assertThat(record().orElseThrow().validity()).isEqualTo(new DateRange(TODAY.plusDays(1), TODAY.plusDays(10)));
        Set<DataClass> settlement = Set.of(DataClass.SETTLEMENT);
        refused("partner.class-tells", () -> look(file, Optional.of(settlement), Optional.empty(), Optional.empty()));
        refused("partner.class-takes", () -> look(file, Optional.empty(), Optional.of(settlement), Optional.empty()));
        refused(
                "partner.validity",
                () -> look(file, Optional.empty(), Optional.empty(), Optional.of(TODAY.minusDays(1))));
        refused(
                "partner.validity",
                () -> look(file, Optional.empty(), Optional.empty(), Optional.of(TODAY.plusYears(11))));
    }

    @Test
    void shouldRefuseItself_andFingerprintsOfInvoicesBetweenTwoCurves() {
        OwnDescriptor.Made own = shanxi.file();
        refused("partner.self", () -> introductions.look(own.bytes(), Terms.UNSAID));

        OwnDescriptor.Made national = new TestNode("440000", folder, Profile.GM, clock).file();
        refused("partner.curve", () -> introductions.look(national.bytes(), Terms.UNSAID));
        assertThat(introductions
                        .look(
                                national.bytes(),
                                new Terms(
                                        Optional.of(Set.of(DataClass.CREDIT)),
                                        Optional.of(Set.of(DataClass.CREDIT)),
                                        Optional.empty(),
                                        Optional.empty()))
                        .known())
                .isFalse();
    }

    @Test
    void shouldBelieveBothKeys_whileAPartnerRotates_andTheOldOneAWhileLonger() {
        add(hainan.file());
        String old = hainan.credentials().working(Use.SIGNATURE).fingerprint();
        pass(Duration.ofDays(10));
        String made = hainan.credentials().rotate(Use.SIGNATURE).fingerprint();
        pass(Duration.ofMinutes(1));
        renew(hainan.file());
        assertThat(believed(Use.SIGNATURE)).containsExactly(old, made);

        pass(TestNode.OVERLAP);
        renew(hainan.file());
        assertThat(states(Use.SIGNATURE)).containsExactly(State.ENDING, State.BELIEVED);
        pass(CertificateUpdate.BELIEVED_AFTER.minusMillis(1));
        assertThat(believed(Use.SIGNATURE)).containsExactly(old, made);
        assertThat(partner().orElseThrow().believedAt(now.get())).hasSize(2);
        pass(Duration.ofMillis(1));

        assertThat(believed(Use.SIGNATURE)).containsExactly(made);
        assertThat(partner().orElseThrow().believedAt(now.get())).hasSize(1);
        assertThat(record().orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAnOlderFile_anothersFile_andOneThatNoKnownKeySigned() {
        OwnDescriptor.Made first = hainan.file();
        add(first);
        hainan.credentials().rotate(Use.TRANSPORT);
        pass(Duration.ofMinutes(1));
        renew(hainan.file());

        refused("partner.older", () -> renew(first));
        refused("partner.other", () -> renew(new TestNode("440000", folder, Profile.INTL, clock).file()));
        TestNode impostor = new TestNode("460000", folder.resolve("impostor"), Profile.INTL, clock);
        refused("partner.signer", () -> renew(impostor.file()));
        // Not even when somebody was talked into confirming it.
        OwnDescriptor.Made forged = impostor.file();
        refused("partner.signer", () -> introductions.introduce(forged.bytes(), forged.fingerprint(), Terms.UNSAID));

        assertThat(believed(Use.TRANSPORT)).hasSize(2);
    }

    @Test
    void shouldRevokeForGood() {
        OwnDescriptor.Made file = hainan.file();
        add(file);
        String transport = hainan.credentials().working(Use.TRANSPORT).fingerprint();

        PartnerUpkeep.Revoked revoked = upkeep.revoke(
                hainan.name().province(),
                transport.substring(0, 4) + " " + transport.substring(4, 9).toUpperCase(Locale.ROOT));

        assertThat(revoked.left()).isZero();
        assertThat(believed(Use.TRANSPORT)).isEmpty();
        assertThat(pins()).isEmpty();
        refused("certificate.revoked", () -> upkeep.revoke(hainan.name().province(), transport));
        refused("certificate.unknown", () -> upkeep.revoke(hainan.name().province(), "0".repeat(64)));
        refused("certificate.digits", () -> upkeep.revoke(hainan.name().province(), transport.substring(0, 7)));
        pass(Duration.ofSeconds(1));
        refused("partner.revoked", () -> renew(hainan.file()));
        upkeep.remove(hainan.name().province());
        refused("partner.revoked", () -> add(hainan.file()));
    }

    @Test
    void shouldExchangeNothingWithAPartnerThatIsRemoved_untilItIsIntroducedAgain() {
        add(hainan.file());
        upkeep.remove(hainan.name().province());

        assertThat(partner()).isEmpty();
        assertThat(pins()).isEmpty();
        assertThat(overview.partners()).isEmpty();
        refused("partner.unknown", () -> upkeep.remove(hainan.name().province()));
        refused("partner.unknown", () -> renew(hainan.file()));

        // It lost all its keys meanwhile: nothing of before is believed any more.
        TestNode anew = new TestNode("460000", folder.resolve("anew"), Profile.INTL, clock);
        pass(Duration.ofSeconds(1));
        add(anew.file());
        assertThat(partner()).isPresent();
        assertThat(believed(Use.SIGNATURE))
                .containsExactly(anew.credentials().working(Use.SIGNATURE).fingerprint());
    }

    @Test
    void shouldWarnBeforeAnythingEnds_andNotLongBefore() {
        add(hainan.file());
        assertThat(overview.warnings()).isEmpty();
        pass(TestNode.VALIDITY.minus(PartnerOverview.WARN_BEFORE));

        // Both certificates of each of the two nodes; the agreement ended long ago.
        assertThat(overview.warnings())
                .extracting(LocalizedText::en)
                .hasSize(5)
                .filteredOn(text -> text.contains("460000"))
                .hasSize(3);
        shanxi.credentials().rotate(Use.SIGNATURE);
        shanxi.credentials().rotate(Use.TRANSPORT);
        assertThat(overview.warnings()).hasSize(3);
        assertThat(overview.partners().get(0).certificates())
                .extracting(CertificateStanding::daysLeft)
                .containsOnly(30L);
        pass(Duration.ofDays(31));
        assertThat(states(Use.SIGNATURE)).containsExactly(State.ENDED);
        assertThat(pins()).isEmpty();
        assertThat(overview.warnings()).hasSize(3);
    }

    private void add(OwnDescriptor.Made file) {
        introductions.introduce(file.bytes(), file.fingerprint(), Terms.UNSAID);
    }

    private void renew(OwnDescriptor.Made file) {
        store.write(session -> introductions.renew(session.exchange().partners(), hainan.name(), file.bytes()));
    }

    private void look(
            OwnDescriptor.Made file,
            Optional<Set<DataClass>> receive,
            Optional<Set<DataClass>> send,
            Optional<LocalDate> until) {
        introductions.look(file.bytes(), new Terms(receive, send, Optional.empty(), until));
    }

    private Optional<PartnerRecord> record() {
        return store.<Optional<PartnerRecord>>read(
                session -> session.exchange().partners().find(hainan.name().province()));
    }

    private Optional<Partner> partner() {
        return store.<Optional<Partner>>read(
                session -> PartnerBook.find(session.exchange().partners(), hainan.name()));
    }

    private List<Pin> pins() {
        return store.<List<Pin>>read(
                session -> PartnerBook.connections(session.exchange().partners(), now.get()));
    }

    private List<String> believed(Use use) {
        return standing(use).stream()
                .filter(CertificateStanding::believed)
                .map(each -> each.kept().fingerprint())
                .toList();
    }

    private List<State> states(Use use) {
        return standing(use).stream().map(CertificateStanding::state).toList();
    }

    private List<CertificateStanding> standing(Use use) {
        return overview.partners().get(0).certificates().stream()
                .filter(each -> each.kept().use() == use)
                .toList();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.text().zh()).isNotBlank().doesNotContain("{");
        });
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }
}
