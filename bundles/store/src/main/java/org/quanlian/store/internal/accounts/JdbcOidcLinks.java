package org.quanlian.store.internal.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountRefusals;
import org.quanlian.vouchers.accounts.OidcLinks;

/** Links to other providers of identities, for one transaction. */
final class JdbcOidcLinks implements OidcLinks {
    private final Sql sql;

    JdbcOidcLinks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Id<Account>> account(String issuer, String subject) {
        return sql.query("SELECT account FROM oidc_links WHERE issuer = ? AND subject = ?", issuer, subject)
                .optional(row -> new Id<>(row.string("account")));
    }

    @Override
    public void link(String issuer, String subject, Id<Account> account, Instant at) {
        try {
            sql.insertInto("oidc_links")
                    .set("issuer", issuer)
                    .set("subject", subject)
                    .set("account", account.value())
                    .set("linked_at", at)
                    .run();
        } catch (ConstraintViolationException e) {
            if (e.kind() == ConstraintViolationException.Kind.UNIQUE) {
                throw AccountRefusals.linked();
            }
            throw e;
        }
    }

    @Override
    public void begin(Departure departure) {
        sql.insertInto("oidc_departures")
                .set("state_digest", departure.stateDigest())
                .set("browser_digest", departure.browserDigest())
                .set("nonce", departure.nonce())
                .set("verifier", departure.verifier())
                .set("began_at", departure.at())
                .run();
    }

    @Override
    public Optional<Departure> take(String stateDigest) {
        Optional<Departure> found = sql.query(
                        "SELECT state_digest, browser_digest, nonce, verifier, began_at FROM oidc_departures"
                                + " WHERE state_digest = ?",
                        stateDigest)
                .optional(row -> new Departure(
                        row.string("state_digest"),
                        row.string("browser_digest"),
                        row.string("nonce"),
                        row.string("verifier"),
                        row.instant("began_at")));
        // Of two who take it at once, one deletes nothing.
        int rows = sql.update("DELETE FROM oidc_departures WHERE state_digest = ?", stateDigest);
        return rows == 0 ? Optional.empty() : found;
    }

    @Override
    public int forgetBefore(Instant instant) {
        return sql.update("DELETE FROM oidc_departures WHERE began_at < ?", instant);
    }
}
