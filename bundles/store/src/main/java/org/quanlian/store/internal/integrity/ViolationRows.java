package org.quanlian.store.internal.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.integrity.Violation;

/** Violations with the people and the documents that belong to them, as rows. */
final class ViolationRows {
    private static final String VIOLATION = "SELECT id, organisation, party, organisation_name, city, claim, conduct,"
            + " severity, clause, description, found_on, suspended_from, suspended_until, recorded_by, recorded_at,"
            + " withdrawn_at, withdrawn_by, withdrawn_reason FROM violations";

    private final Sql sql;

    ViolationRows(Sql sql) {
        this.sql = sql;
    }

    void add(Violation violation) {
        String id = violation.id().value();
        sql.insertInto("violations")
                .set("id", id)
                .set("organisation", violation.organisation().value())
                .set("party", violation.party())
                .set("organisation_name", violation.organisationName())
                .set("city", violation.city().code())
                .set("claim", violation.claim().map(Id::value))
                .set("conduct", violation.conduct())
                .set("severity", violation.severity())
                .set("clause", violation.clause())
                .set("description", violation.description())
                .set("found_on", violation.foundOn())
                .set("suspended_from", violation.suspension().map(DateRange::from))
                .set("suspended_until", violation.suspension().map(DateRange::until))
                .set("recorded_by", violation.by())
                .set("recorded_at", violation.at())
                .run();
        sql.batch(
                "INSERT INTO violation_persons (violation, place, name) VALUES (?, ?, ?)",
                places(id, violation.persons()));
        sql.batch(
                "INSERT INTO violation_evidence (violation, place, document) VALUES (?, ?, ?)",
                places(id, violation.evidence().stream().map(Id::value).toList()));
    }

    void update(Violation violation) {
        sql.updateOne(
                "UPDATE violations SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?",
                violation.withdrawn().map(Violation.Withdrawal::at),
                violation.withdrawn().map(Violation.Withdrawal::by),
                violation.withdrawn().map(Violation.Withdrawal::reason),
                violation.id().value());
    }

    List<Violation> list(String where, List<Object> parameters) {
        return sql.query(VIOLATION + where, parameters.toArray()).list(ViolationRows::violation).stream()
                .map(this::whole)
                .toList();
    }

    private Violation whole(Violation bare) {
        String id = bare.id().value();
        List<String> persons = sql.query("SELECT name FROM violation_persons WHERE violation = ? ORDER BY place", id)
                .list(row -> row.string("name"));
        List<Id<?>> evidence = sql.query(
                        "SELECT document FROM violation_evidence WHERE violation = ? ORDER BY place", id)
                .list(row -> new Id<Object>(row.string("document")));
        return bare.with(persons, evidence);
    }

    private static List<Object[]> places(String violation, List<String> values) {
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            rows.add(new Object[] {violation, place, values.get(place)});
        }
        return rows;
    }

    private static Violation violation(Row row) {
        return new Violation(
                new Id<>(row.string("id")),
                new Id<>(row.string("organisation")),
                row.string("party"),
                row.string("organisation_name"),
                new Area(row.string("city")),
                row.optionalString("claim").map(Id::new),
                row.constant("conduct", Violation.Conduct.class),
                row.constant("severity", Violation.Severity.class),
                row.string("clause"),
                row.string("description"),
                List.of(),
                List.of(),
                row.date("found_on"),
                row.optionalDate("suspended_from").map(from -> new DateRange(from, row.date("suspended_until"))),
                row.string("recorded_by"),
                row.instant("recorded_at"),
                withdrawal(row));
    }

    private static Optional<Violation.Withdrawal> withdrawal(Row row) {
        return row.optionalInstant("withdrawn_at")
                .map(at -> new Violation.Withdrawal(row.string("withdrawn_reason"), row.string("withdrawn_by"), at));
    }
}
