package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** Partners and their certificates, on each database. */
@EachDatabase
class PartnersContractTest {
    /** One for each test, as they share a database. */
    private static final List<Area> PROVINCES = List.of(new Area("460000"), new Area("450000"), new Area("440000"));

    private static final Instant ADDED = Instant.parse("2025-07-01T01:02:03.004Z");

    private final MoneyYear year;
    private Area province = PROVINCES.get(0);

    PartnersContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldFindPartnersAsTheyWereKept() {
        PartnerRecord partner = partner(List.of("credit", "institutions"), List.of());

        add(partner);

        assertThat(find()).contains(partner);
        assertThat(year.<List<PartnerRecord>>read(
                        session -> session.exchange().partners().all()))
                .contains(partner);
    }

    @Test
    void shouldRefuseAChange_whenSomebodyElseChangedThePartner() {
        province = PROVINCES.get(1);
        PartnerRecord partner = partner(List.of(), List.of("credit"));
        add(partner);
        update(partner, partner.removed());

        assertThat(find().map(PartnerRecord::active)).contains(false);
        RefusedException refusal = refusal(() -> update(partner, partner.removed()));
        assertThat(refusal.code()).isEqualTo("partner.stale");
        assertThat(refusal.text().zh()).isNotBlank();
    }

    @Test
    void shouldRevokeACertificateOnce() {
        province = PROVINCES.get(2);
        add(partner(List.of(), List.of()));
        PartnerCertificate certificate = new PartnerCertificate(
                province, Use.SIGNATURE, "a".repeat(64), "文".repeat(20_000), ADDED, Optional.empty());
        year.write(session -> {
            session.exchange().partners().add(certificate);
            return true;
        });
        Instant revoked = ADDED.plusSeconds(1);

        assertThat(certificates()).containsExactly(certificate);
        assertThat(revoke(revoked)).isTrue();
        assertThat(revoke(revoked.plusSeconds(1))).isFalse();
        assertThat(certificates()).extracting(PartnerCertificate::revokedAt).containsExactly(Optional.of(revoked));
        // A certificate that was replaced, and then got into wrong hands.
        assertThat(revoke(ADDED)).isTrue();
        assertThat(certificates()).extracting(PartnerCertificate::revokedAt).containsExactly(Optional.of(ADDED));
    }

    private boolean revoke(Instant at) {
        return year.write(session -> session.exchange().partners().revoke(province, "a".repeat(64), at));
    }

    private List<PartnerCertificate> certificates() {
        return year.read(session -> session.exchange().partners().certificates(province));
    }

    private Optional<PartnerRecord> find() {
        return year.write(session -> session.exchange().partners().lock(province));
    }

    private void add(PartnerRecord partner) {
        year.write(session -> {
            session.exchange().partners().add(partner);
            return true;
        });
    }

    private void update(PartnerRecord before, PartnerRecord after) {
        year.write(session -> {
            session.exchange().partners().update(before, after);
            return true;
        });
    }

    private PartnerRecord partner(List<String> receive, List<String> send) {
        return new PartnerRecord(
                province,
                new LocalizedText("海南节点", "Hainan"),
                "https://node.example/exchange",
                "AAAA",
                new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)),
                new TreeSet<>(receive),
                new TreeSet<>(send),
                PartnerRecord.State.ACTIVE,
                ADDED,
                1);
    }
}
