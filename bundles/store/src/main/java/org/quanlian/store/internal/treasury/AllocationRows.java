package org.quanlian.store.internal.treasury;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.Allocation;
import org.quanlian.vouchers.treasury.TreasuryRefusals;

/** Allocations, as rows. */
final class AllocationRows {
    private static final String ALLOCATION = "SELECT id, allocation_year, city, document, dated, claims, total,"
            + " recorded_by, recorded_at FROM allocations";
    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

    private final Sql sql;

    AllocationRows(Sql sql) {
        this.sql = sql;
    }

    void add(Allocation allocation, List<Id<VoucherClaim>> claims) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("allocations")
                        .set("id", allocation.id().value())
                        .set("allocation_year", allocation.year())
                        .set("city", allocation.city().code())
                        .set("document", allocation.document())
                        .set("dated", allocation.date())
                        .set("claims", allocation.claims())
                        .set("total", allocation.total())
                        .set("recorded_by", allocation.by())
                        .set("recorded_at", allocation.at())
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (!e.is("uq_allocations_document")) {
                throw e;
            }
            throw TreasuryRefusals.documentIsThere(allocation.document(), allocation.year());
        }
        sql.batch(
                "INSERT INTO allocation_claims (claim, allocation) VALUES (?, ?)",
                claims.stream()
                        .map(claim ->
                                new Object[] {claim.value(), allocation.id().value()})
                        .toList());
    }

    Optional<Allocation> find(Id<Allocation> id) {
        return sql.query(ALLOCATION + " WHERE id = ?", id.value()).optional(AllocationRows::allocation);
    }

    Page<Allocation> list(int year, Page.Request request) {
        List<Allocation> read = sql.query(
                        ALLOCATION + " WHERE allocation_year = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        year,
                        request.afterName(NEWEST),
                        request.toRead())
                .list(AllocationRows::allocation);
        return Page.of(read, request, allocation -> allocation.id().value());
    }

    Page<Id<VoucherClaim>> claims(Id<Allocation> allocation, Page.Request request) {
        List<Id<VoucherClaim>> read = sql.query(
                        "SELECT claim FROM allocation_claims WHERE allocation = ? AND claim > ?"
                                + " ORDER BY claim FETCH FIRST ? ROWS ONLY",
                        allocation.value(),
                        request.afterName(""),
                        request.toRead())
                .list(AllocationRows::claim);
        return Page.of(read, request, Id::value);
    }

    private static Id<VoucherClaim> claim(Row row) {
        return new Id<>(row.string("claim"));
    }

    private static Allocation allocation(Row row) {
        return new Allocation(
                new Id<>(row.string("id")),
                row.integer("allocation_year"),
                new Area(row.string("city")),
                row.string("document"),
                row.date("dated"),
                row.integer("claims"),
                row.money("total"),
                row.string("recorded_by"),
                row.instant("recorded_at"));
    }
}
