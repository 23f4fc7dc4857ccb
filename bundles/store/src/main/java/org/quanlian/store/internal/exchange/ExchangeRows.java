package org.quanlian.store.internal.exchange;

import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.SignedText;
import org.quanlian.vouchers.exchange.SignerCertificate;

/** What rows of messages have in common. */
final class ExchangeRows {
    private ExchangeRows() {}

    /** Adds a row unless there is one with its key; tells whether it did. */
    static boolean addIfAbsent(Sql sql, Insert insert) {
        try {
            return sql.recoverable(() -> {
                insert.run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (e.kind() != ConstraintViolationException.Kind.UNIQUE) {
                throw e;
            }
            return false;
        }
    }

    /** Keeps a certificate that signed something, if it is not kept yet. */
    static void keep(Sql sql, SignerCertificate signer) {
        boolean kept = sql.query("SELECT 1 FROM exchange_signers WHERE fingerprint = ?", signer.fingerprint())
                .exists();
        if (!kept) {
            addIfAbsent(
                    sql,
                    sql.insertInto("exchange_signers")
                            .set("fingerprint", signer.fingerprint())
                            .set("pem", signer.pem()));
        }
    }

    static SignedText signed(Sql sql, String text, String signature, String signer) {
        String pem = sql.query("SELECT pem FROM exchange_signers WHERE fingerprint = ?", signer)
                .one(row -> row.string("pem"));
        return new SignedText(text, signature, new SignerCertificate(signer, pem));
    }

    static Optional<DeliveryProblem> problem(Row row) {
        return row.optionalString("problem")
                .map(code -> new DeliveryProblem(
                        code, new LocalizedText(row.string("problem_zh"), row.string("problem_en"))));
    }

    static Optional<String> code(Optional<DeliveryProblem> problem) {
        return problem.map(DeliveryProblem::code);
    }

    static Optional<String> zh(Optional<DeliveryProblem> problem) {
        return problem.map(each -> each.text().zh());
    }

    static Optional<String> en(Optional<DeliveryProblem> problem) {
        return problem.map(each -> each.text().en());
    }
}
