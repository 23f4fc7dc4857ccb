package org.quanlian.store.internal.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Validity;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.RelationKind;
import org.quanlian.vouchers.relations.Relations;
import org.quanlian.vouchers.relations.Share;

/** The ties of one transaction. */
final class JdbcRelations implements Relations {
    private static final String INSERT = "INSERT INTO relation_ties (source, organisation, list_import, holder_key,"
            + " holder_name, held_key, held_name, kind, share_millionths, valid_from, valid_until, recorded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int BATCH = 1_000;
    private static final int KEYS = 50;

    private final Sql sql;

    JdbcRelations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void replace(Id<Organisation> organisation, Source source, List<Relation> relations, Instant now) {
        sql.update(
                "UPDATE relation_ties SET replaced_at = ? WHERE organisation = ? AND source = ? AND replaced_at IS NULL",
                now,
                organisation.value(),
                source);
        insert(source.name(), Optional.of(organisation.value()), Optional.empty(), relations, now);
    }

    @Override
    public List<Relation> declared(Id<Organisation> organisation) {
        return sql.query(
                        "SELECT * FROM relation_ties WHERE organisation = ? AND source = ? AND replaced_at IS NULL"
                                + " ORDER BY id",
                        organisation.value(),
                        Source.DECLARATION)
                .list(JdbcRelations::read);
    }

    /** Keeps the ties of a list. */
    void add(ListImport list, List<Relation> relations) {
        for (int from = 0; from < relations.size(); from += BATCH) {
            insert(
                    "IMPORT",
                    Optional.empty(),
                    Optional.of(list.id().value()),
                    relations.subList(from, Math.min(from + BATCH, relations.size())),
                    list.at());
        }
    }

    @Override
    public List<Relation> holdersOf(Collection<String> keys, Instant asOf, int max) {
        LocalDate day = ChinaTime.dateOf(asOf);
        Set<String> lists = new JdbcLists(sql)
                .inForce(ListKind.RELATIONS, day).stream()
                        .map(list -> list.id().value())
                        .collect(Collectors.toSet());
        List<String> wanted = List.copyOf(keys);
        List<Relation> found = new ArrayList<>();
        for (int from = 0; from < wanted.size() && found.size() < max; from += KEYS) {
            List<Object> parameters = new ArrayList<>(wanted.subList(from, Math.min(from + KEYS, wanted.size())));
            String marks = String.join(", ", Collections.nCopies(parameters.size(), "?"));
            parameters.add(asOf);
            sql.query(
                            "SELECT * FROM relation_ties WHERE held_key IN (" + marks
                                    + ") AND (replaced_at IS NULL OR replaced_at > ?) ORDER BY id",
                            parameters.toArray())
                    .each(row -> {
                        boolean stands = row.optionalString("list_import")
                                .map(lists::contains)
                                .orElse(true);
                        if (stands && found.size() < max) {
                            Relation tie = read(row);
                            if (tie.validity().includes(day)) {
                                found.add(tie);
                            }
                        }
                    });
        }
        return List.copyOf(found);
    }

    private void insert(
            String source,
            Optional<String> organisation,
            Optional<String> list,
            List<Relation> relations,
            Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (Relation tie : relations) {
            rows.add(new Object[] {
                source,
                organisation,
                list,
                tie.holder().key(),
                tie.holder().name(),
                tie.held().key(),
                tie.held().name(),
                tie.kind(),
                tie.share().map(Share::millionths),
                tie.validity().from(),
                tie.validity().until(),
                now
            });
        }
        sql.batch(INSERT, rows);
    }

    private static Relation read(Row row) {
        return new Relation(
                new Party(row.string("holder_key"), row.string("holder_name")),
                new Party(row.string("held_key"), row.string("held_name")),
                row.constant("kind", RelationKind.class),
                row.optionalNumber("share_millionths").map(Math::toIntExact).map(Share::new),
                new Validity(row.optionalDate("valid_from"), row.optionalDate("valid_until")));
    }
}
