package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ForeignProvider;
import org.quanlian.vouchers.exchange.ForeignProviders;

/** The providers of partners, of one transaction. */
public final class JdbcForeignProviders implements ForeignProviders {
    private static final String COLUMNS = "SELECT partner, uscc, name, area, kind, provider_level, on_sharing_platform,"
            + " told_at FROM exchange_providers WHERE partner = ?";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcForeignProviders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ForeignProvider> find(Area partner, UnifiedSocialCreditCode uscc) {
        return sql.query(COLUMNS + " AND uscc = ?", partner.code(), uscc.value())
                .optional(JdbcForeignProviders::provider);
    }

    @Override
    public void put(ForeignProvider provider) {
        remove(provider.partner(), provider.uscc());
        sql.insertInto("exchange_providers")
                .set("partner", provider.partner().code())
                .set("uscc", provider.uscc().value())
                .set("name", provider.name())
                .set("area", provider.area().code())
                .set("kind", provider.kind())
                .set("provider_level", provider.level())
                .set("on_sharing_platform", provider.onSharingPlatform())
                .set("told_at", provider.toldAt())
                .run();
    }

    @Override
    public void remove(Area partner, UnifiedSocialCreditCode uscc) {
        sql.update("DELETE FROM exchange_providers WHERE partner = ? AND uscc = ?", partner.code(), uscc.value());
    }

    @Override
    public Page<ForeignProvider> list(Area partner, Page.Request page) {
        List<Object> parameters = new ArrayList<>(List.of(partner.code()));
        page.after().ifPresent(parameters::add);
        // The length of a page stands in the text: see decision 0025.
        String text = COLUMNS + (page.after().isPresent() ? " AND uscc > ?" : "") + " ORDER BY uscc FETCH FIRST "
                + page.toRead() + " ROWS ONLY";
        return Page.of(
                sql.query(text, parameters.toArray()).list(JdbcForeignProviders::provider),
                page,
                provider -> provider.uscc().value());
    }

    private static ForeignProvider provider(Row row) {
        return new ForeignProvider(
                new Area(row.string("partner")),
                new UnifiedSocialCreditCode(row.string("uscc")),
                row.string("name"),
                new Area(row.string("area")),
                row.optionalConstant("kind", ProviderKind.class),
                row.optionalConstant("provider_level", ProviderLevel.class),
                row.bool("on_sharing_platform"),
                row.instant("told_at"));
    }
}
