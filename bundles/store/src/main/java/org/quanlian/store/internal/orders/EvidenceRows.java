package org.quanlian.store.internal.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;

/** What orders are proved by, as rows. */
final class EvidenceRows {
    private final Sql sql;

    EvidenceRows(Sql sql) {
        this.sql = sql;
    }

    Evidence read(OrderRows.Read order) {
        String id = order.order().id().value();
        List<Invoice> invoices = sql.query(
                        "SELECT invoice_code, invoice_number, issued_on, amount FROM order_invoices"
                                + " WHERE order_id = ? ORDER BY place",
                        id)
                .list(EvidenceRows::invoice);
        List<Payment> payments = sql.query(
                        "SELECT paid_on, amount FROM order_payments WHERE order_id = ? ORDER BY place", id)
                .list(row -> new Payment(row.date("paid_on"), row.money("amount")));
        List<Evidence.Attachment> attachments = sql.query(
                        "SELECT material, document FROM order_documents WHERE order_id = ? ORDER BY place", id)
                .list(row -> new Evidence.Attachment(
                        row.constant("material", ServiceMaterial.class), new Id<>(row.string("document"))));
        return new Evidence(order.exclusion(), order.contract(), invoices, payments, attachments);
    }

    /** Writes what proves an order in the place of what did before. */
    void write(Id<Order> id, Evidence evidence) {
        for (String table : List.of("order_invoices", "order_payments", "order_documents")) {
            sql.update("DELETE FROM " + table + " WHERE order_id = ?", id.value());
        }
        sql.updateOne(
                "UPDATE orders SET exclusion = ?, contract_number = ?, signed_on = ?, contract_amount = ? WHERE id = ?",
                evidence.exclusion(),
                evidence.contract().number(),
                evidence.contract().signedOn(),
                evidence.contract().amount(),
                id.value());
        sql.batch(
                "INSERT INTO order_invoices (order_id, place, invoice_code, invoice_number, issued_on, amount)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                rows(evidence.invoices(), (place, invoice) -> new Object[] {
                    id.value(), place, code(invoice), number(invoice), invoice.issuedOn(), invoice.amount()
                }));
        sql.batch(
                "INSERT INTO order_payments (order_id, place, paid_on, amount) VALUES (?, ?, ?, ?)",
                rows(evidence.payments(), (place, payment) ->
                        new Object[] {id.value(), place, payment.paidOn(), payment.amount()}));
        sql.batch(
                "INSERT INTO order_documents (order_id, place, material, document) VALUES (?, ?, ?, ?)",
                rows(evidence.attachments(), (place, attachment) -> new Object[] {
                    id.value(),
                    place,
                    attachment.material(),
                    attachment.document().value()
                }));
    }

    private static Invoice invoice(Row row) {
        String number = row.string("invoice_number");
        return new Invoice(
                row.optionalString("invoice_code")
                        .map(code -> InvoiceNumber.coded(code, number))
                        .orElseGet(() -> InvoiceNumber.digital(number)),
                row.date("issued_on"),
                row.money("amount"));
    }

    private static Optional<String> code(Invoice invoice) {
        return invoice.number() instanceof InvoiceNumber.Coded coded ? Optional.of(coded.code()) : Optional.empty();
    }

    private static String number(Invoice invoice) {
        return invoice.number() instanceof InvoiceNumber.Coded coded
                ? coded.number()
                : invoice.number().toString();
    }

    private static <T> List<Object[]> rows(List<T> entries, BiFunction<Integer, T, Object[]> row) {
        List<Object[]> rows = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row.apply(i, entries.get(i)));
        }
        return rows;
    }
}
