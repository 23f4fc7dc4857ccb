package org.quanlian.store.internal.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListImports;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.Lists;

/** The imported lists of one transaction. */
final class JdbcLists implements Lists {
    private static final int BATCH = 1_000;

    private final Sql sql;

    JdbcLists(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ListImport> find(ListKind kind, String series, LocalDate asOf, String digest) {
        return sql.query(
                        "SELECT * FROM list_imports WHERE kind = ? AND series = ? AND as_of = ? AND digest = ?",
                        kind,
                        series,
                        asOf,
                        digest)
                .optional(JdbcLists::read);
    }

    @Override
    public Optional<ListImport> find(Id<ListImport> id) {
        return sql.query("SELECT * FROM list_imports WHERE id = ?", id.value()).optional(JdbcLists::read);
    }

    @Override
    public void add(ListImport list, ListContent content) {
        try {
            sql.insertInto("list_imports")
                    .set("id", list.id().value())
                    .set("kind", list.kind())
                    .set("series", list.series())
                    .set("as_of", list.asOf())
                    .set("digest", list.digest())
                    .set("line_count", list.lines())
                    .set("imported_by", list.by().value())
                    .set("imported_at", list.at())
                    .run();
        } catch (ConstraintViolationException e) {
            if (e.is("uq_list_imports_file")) {
                throw ListImports.importedMeanwhile();
            }
            throw e;
        }
        addEntries(list, content.entries());
        new JdbcRelations(sql).add(list, content.relations());
    }

    private void addEntries(ListImport list, List<ListContent.Entry> entries) {
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            for (int place = from; place < Math.min(from + BATCH, entries.size()); place++) {
                ListContent.Entry entry = entries.get(place);
                rows.add(new Object[] {
                    list.id().value(),
                    place,
                    entry.uscc().value(),
                    entry.name(),
                    entry.number(),
                    entry.validity().from(),
                    entry.validity().until()
                });
            }
            sql.batch(
                    "INSERT INTO list_entries (list_import, place, uscc, name, entry_number, valid_from, valid_until)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    @Override
    public Page<ListImport> list(ListKind kind, Page.Request page) {
        // A cursor that has another form than a name is refused as one; no name is after the last.
        String before =
                page.after().map(after -> new Id<ListImport>(after).value()).orElse("8");
        List<ListImport> found = sql.query(
                        "SELECT * FROM list_imports WHERE kind = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        kind,
                        before,
                        page.toRead())
                .list(JdbcLists::read);
        return Page.of(found, page, list -> list.id().value());
    }

    @Override
    public List<ListImport> inForce(ListKind kind, LocalDate day) {
        Map<String, ListImport> latest = new LinkedHashMap<>();
        sql.query("SELECT * FROM list_imports WHERE kind = ? AND as_of <= ?", kind, day)
                .each(row -> latest.merge(row.string("series"), read(row), JdbcLists::later));
        return List.copyOf(latest.values());
    }

    @Override
    public List<ListContent.Entry> entries(ListKind kind, UnifiedSocialCreditCode uscc, LocalDate day) {
        List<Id<ListImport>> inForce =
                inForce(kind, day).stream().map(ListImport::id).toList();
        List<ListContent.Entry> found = new ArrayList<>();
        sql.query(
                        "SELECT e.list_import, e.uscc, e.name, e.entry_number, e.valid_from, e.valid_until"
                                + " FROM list_entries e JOIN list_imports i ON i.id = e.list_import"
                                + " WHERE e.uscc = ? AND i.kind = ? AND i.as_of <= ? ORDER BY e.list_import, e.place",
                        uscc.value(),
                        kind,
                        day)
                .each(row -> {
                    ListContent.Entry entry = entry(row);
                    if (inForce.contains(new Id<ListImport>(row.string("list_import")))
                            && entry.validity().includes(day)) {
                        found.add(entry);
                    }
                });
        return List.copyOf(found);
    }

    /** Of two lists of a series the one of the later date; of one date, the one imported later. */
    private static ListImport later(ListImport one, ListImport other) {
        return Comparator.comparing(ListImport::asOf)
                                .thenComparing(ListImport::at)
                                .thenComparing(ListImport::id)
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static ListImport read(Row row) {
        return new ListImport(
                new Id<>(row.string("id")),
                row.constant("kind", ListKind.class),
                row.string("series"),
                row.date("as_of"),
                row.string("digest"),
                row.integer("line_count"),
                new Id<>(row.string("imported_by")),
                row.instant("imported_at"));
    }

    private static ListContent.Entry entry(Row row) {
        return new ListContent.Entry(
                new UnifiedSocialCreditCode(row.string("uscc")),
                row.string("name"),
                row.optionalString("entry_number"),
                new Validity(row.optionalDate("valid_from"), row.optionalDate("valid_until")));
    }
}
