package org.quanlian.store.internal.treasury;

import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.SharePayment;

/** Payments, as rows. */
final class PaymentRows {
    private static final String PAYMENT =
            "SELECT id, claim, share, amount, paid_on, bank_reference, recorded_by, recorded_at FROM share_payments";

    private final Sql sql;

    PaymentRows(Sql sql) {
        this.sql = sql;
    }

    void add(SharePayment payment) {
        sql.insertInto("share_payments")
                .set("id", payment.id().value())
                .set("claim", payment.claim().value())
                .set("share", payment.share())
                .set("amount", payment.amount())
                .set("paid_on", payment.paidOn())
                .set("bank_reference", payment.bankReference())
                .set("recorded_by", payment.by())
                .set("recorded_at", payment.at())
                .run();
    }

    Optional<SharePayment> find(Id<VoucherClaim> claim, SharePayment.Share share, String bankReference) {
        return sql.query(
                        PAYMENT + " WHERE claim = ? AND share = ? AND bank_reference = ?",
                        claim.value(),
                        share,
                        bankReference)
                .optional(PaymentRows::payment);
    }

    List<SharePayment> list(Id<VoucherClaim> claim) {
        return sql.query(PAYMENT + " WHERE claim = ? ORDER BY id", claim.value())
                .list(PaymentRows::payment);
    }

    private static SharePayment payment(Row row) {
        return new SharePayment(
                new Id<>(row.string("id")),
                new Id<>(row.string("claim")),
                row.constant("share", SharePayment.Share.class),
                row.money("amount"),
                row.date("paid_on"),
                row.string("bank_reference"),
                row.string("recorded_by"),
                row.instant("recorded_at"));
    }
}
