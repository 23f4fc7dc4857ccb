package org.quanlian.store.internal.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.Partners;
import org.quanlian.vouchers.exchange.ToldTerms;

/** The partners of one transaction. */
public final class JdbcPartners implements Partners {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Partners.class);
    private static final String COLUMNS = "SELECT province, name_zh, name_en, endpoint, agreement_key, valid_from,"
            + " valid_until, receive_classes, send_classes, state, added_at, version FROM exchange_partners";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcPartners(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PartnerRecord> find(Area province) {
        return sql.query(COLUMNS + " WHERE province = ?", province.code()).optional(JdbcPartners::partner);
    }

    @Override
    public Optional<PartnerRecord> lock(Area province) {
        return sql.lock("exchange_partners", "province", province.code()) == 0 ? Optional.empty() : find(province);
    }

    @Override
    public List<PartnerRecord> all() {
        return sql.query(COLUMNS + " ORDER BY province").list(JdbcPartners::partner);
    }

    @Override
    public void add(PartnerRecord partner) {
        sql.insertInto("exchange_partners")
                .set("province", partner.province().code())
                .set("name_zh", partner.name().zh())
                .set("name_en", partner.name().en())
                .set("endpoint", partner.endpoint())
                .set("agreement_key", partner.agreementKey())
                .set("valid_from", partner.validity().from())
                .set("valid_until", partner.validity().until())
                .set("receive_classes", written(partner.receive()))
                .set("send_classes", written(partner.send()))
                .set("state", partner.state())
                .set("added_at", partner.addedAt())
                .set("version", partner.version())
                .run();
    }

    @Override
    public void update(PartnerRecord before, PartnerRecord after) {
        int rows = sql.update(
                "UPDATE exchange_partners SET name_zh = ?, name_en = ?, endpoint = ?, agreement_key = ?, valid_from = ?,"
                        + " valid_until = ?, receive_classes = ?, send_classes = ?, state = ?, version = ?"
                        + " WHERE province = ? AND version = ?",
                after.name().zh(),
                after.name().en(),
                after.endpoint(),
                after.agreementKey(),
                after.validity().from(),
                after.validity().until(),
                written(after.receive()),
                written(after.send()),
                after.state(),
                after.version(),
                before.province().code(),
                before.version());
        if (rows == 0) {
            throw TEXTS.refused(Kind.STALE, "partner.stale");
        }
    }

    @Override
    public Optional<ToldTerms> terms(Area province) {
        return sql.query(
                        "SELECT valid_from, valid_until, receive_classes, send_classes, told_at FROM exchange_terms"
                                + " WHERE province = ?",
                        province.code())
                .optional(row -> new ToldTerms(
                        province,
                        new DateRange(row.date("valid_from"), row.date("valid_until")),
                        read(row.string("receive_classes")),
                        read(row.string("send_classes")),
                        row.instant("told_at")));
    }

    @Override
    public void put(ToldTerms terms) {
        sql.update(
                "DELETE FROM exchange_terms WHERE province = ?", terms.partner().code());
        sql.insertInto("exchange_terms")
                .set("province", terms.partner().code())
                .set("valid_from", terms.validity().from())
                .set("valid_until", terms.validity().until())
                .set("receive_classes", written(terms.receive()))
                .set("send_classes", written(terms.send()))
                .set("told_at", terms.toldAt())
                .run();
    }

    @Override
    public List<PartnerCertificate> certificates(Area province) {
        return sql.query(
                        "SELECT fingerprint, certificate_use, pem, added_at, revoked_at FROM exchange_certificates"
                                + " WHERE province = ? ORDER BY added_at, fingerprint",
                        province.code())
                .list(row -> new PartnerCertificate(
                        province,
                        row.constant("certificate_use", PartnerCertificate.Use.class),
                        row.string("fingerprint"),
                        row.string("pem"),
                        row.instant("added_at"),
                        row.optionalInstant("revoked_at")));
    }

    @Override
    public void add(PartnerCertificate certificate) {
        sql.insertInto("exchange_certificates")
                .set("province", certificate.province().code())
                .set("fingerprint", certificate.fingerprint())
                .set("certificate_use", certificate.use())
                .set("pem", certificate.pem())
                .set("added_at", certificate.addedAt())
                .set("revoked_at", certificate.revokedAt())
                .run();
    }

    @Override
    public boolean revoke(Area province, String fingerprint, Instant at) {
        return sql.update(
                        "UPDATE exchange_certificates SET revoked_at = ?"
                                + " WHERE province = ? AND fingerprint = ? AND (revoked_at IS NULL OR revoked_at > ?)",
                        at,
                        province.code(),
                        fingerprint,
                        at)
                == 1;
    }

    private static PartnerRecord partner(Row row) {
        return new PartnerRecord(
                new Area(row.string("province")),
                new LocalizedText(row.string("name_zh"), row.string("name_en")),
                row.string("endpoint"),
                row.string("agreement_key"),
                new DateRange(row.date("valid_from"), row.date("valid_until")),
                read(row.string("receive_classes")),
                read(row.string("send_classes")),
                row.constant("state", PartnerRecord.State.class),
                row.instant("added_at"),
                row.number("version"));
    }

    private static String written(SortedSet<String> classes) {
        return String.join(",", classes);
    }

    private static SortedSet<String> read(String classes) {
        return Arrays.stream(classes.split(","))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
