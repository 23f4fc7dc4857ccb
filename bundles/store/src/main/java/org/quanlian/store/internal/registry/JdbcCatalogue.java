package org.quanlian.store.internal.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ServiceCategory;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.catalogue.ServiceOffers;
import org.quanlian.vouchers.registry.Organisation;

/** What is offered, and the index by which it is found, in one transaction. */
final class JdbcCatalogue implements Catalogue {
    private final Sql sql;

    JdbcCatalogue(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ServiceItem> find(Id<ServiceItem> id) {
        return sql.query("SELECT * FROM catalogue_items WHERE id = ?", id.value())
                .optional(JdbcCatalogue::read);
    }

    @Override
    public void add(ServiceItem item) {
        ServiceItem.Offer offer = item.offer();
        sql.insertInto("catalogue_items")
                .set("id", item.id().value())
                .set("provider", item.provider().value())
                .set("category", offer.category())
                .set("name", offer.name())
                .set("description", offer.description())
                .set("price", offer.price())
                .set("unit", offer.unit())
                .set("area", offer.area().code())
                .set("state", item.state())
                .set("version", item.version())
                .run();
    }

    @Override
    public void update(ServiceItem before, ServiceItem after) {
        ServiceItem.Offer offer = after.offer();
        int rows = sql.update(
                "UPDATE catalogue_items SET category = ?, name = ?, description = ?, price = ?, unit = ?, area = ?,"
                        + " state = ?, version = ? WHERE id = ? AND version = ?",
                offer.category(),
                offer.name(),
                offer.description(),
                offer.price(),
                offer.unit(),
                offer.area().code(),
                after.state(),
                after.version(),
                after.id().value(),
                before.version());
        if (rows == 0) {
            throw ServiceOffers.stale();
        }
    }

    @Override
    public Page<ServiceItem> list(Id<Organisation> provider, Page.Request page) {
        // A cursor that has another form than a name is refused as one; no name is after the last.
        String before =
                page.after().map(after -> new Id<ServiceItem>(after).value()).orElse("8");
        List<ServiceItem> found = sql.query(
                        "SELECT * FROM catalogue_items WHERE provider = ? AND id < ? ORDER BY id DESC"
                                + " FETCH FIRST ? ROWS ONLY",
                        provider.value(),
                        before,
                        page.toRead())
                .list(JdbcCatalogue::read);
        return Page.of(found, page, item -> item.id().value());
    }

    @Override
    public List<ServiceItem> offered(Id<Organisation> provider) {
        return sql.query(
                        "SELECT * FROM catalogue_items WHERE provider = ? AND state = ? ORDER BY id",
                        provider.value(),
                        ServiceItem.State.OFFERED)
                .list(JdbcCatalogue::read);
    }

    @Override
    public int count(Id<Organisation> provider) {
        return sql.query("SELECT COUNT(*) AS items FROM catalogue_items WHERE provider = ?", provider.value())
                .one(row -> row.integer("items"));
    }

    @Override
    public void publish(Entry entry, Set<String> terms) {
        Organisation provider = entry.provider();
        Optional<ServiceItem> item = entry.item();
        String id = item.map(of -> of.id().value()).orElse(provider.id().value());
        Optional<ServiceCategory> category = item.map(of -> of.offer().category());
        String area = item.map(of -> of.offer().area()).orElse(provider.area()).code();
        sql.insertInto("catalogue_entries")
                .set("entry", id)
                .set("provider", provider.id().value())
                .set("item", item.map(of -> of.id().value()))
                .set("category", category)
                .set("area", area)
                .run();
        sql.batch(
                "INSERT INTO catalogue_terms (term, entry, category, area) VALUES (?, ?, ?, ?)",
                terms.stream()
                        .map(term -> new Object[] {term, id, category, area})
                        .toList());
    }

    @Override
    public void unpublish(Id<ServiceItem> item) {
        sql.update("DELETE FROM catalogue_entries WHERE entry = ?", item.value());
    }

    @Override
    public void unpublishAll(Id<Organisation> provider) {
        sql.update("DELETE FROM catalogue_entries WHERE provider = ?", provider.value());
    }

    @Override
    public Page<Entry> search(Set<String> terms, Filter filter, Page.Request page) {
        Page<CatalogueQuery.Hit> hits = new CatalogueQuery(terms, filter, page).read(sql);
        return hits.map(hit -> sql.query(
                        "SELECT " + OrganisationRows.COLUMNS
                                + " FROM catalogue_entries e JOIN registry_organisations o ON o.id = e.provider"
                                + " WHERE e.entry = ?",
                        hit.entry())
                .one(row -> new Entry(OrganisationRows.organisation(row), find(new Id<>(hit.entry())))));
    }

    private static ServiceItem read(Row row) {
        return new ServiceItem(
                new Id<>(row.string("id")),
                new Id<>(row.string("provider")),
                new ServiceItem.Offer(
                        row.constant("category", ServiceCategory.class),
                        row.string("name"),
                        row.string("description"),
                        row.optionalMoney("price"),
                        row.optionalString("unit"),
                        new Area(row.string("area"))),
                row.constant("state", ServiceItem.State.class),
                row.number("version"));
    }
}
