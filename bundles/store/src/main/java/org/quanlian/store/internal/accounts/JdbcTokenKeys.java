package org.quanlian.store.internal.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.accounts.TokenKeys;

/** The public keys of the nodes, for one transaction. */
final class JdbcTokenKeys implements TokenKeys {
    private final Sql sql;

    JdbcTokenKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TokenKey> find(String id) {
        return sql.query("SELECT id, public_key, created_at, signs_until FROM token_keys WHERE id = ?", id)
                .optional(row -> new TokenKey(
                        row.string("id"),
                        row.string("public_key"),
                        row.instant("created_at"),
                        row.instant("signs_until")));
    }

    @Override
    public void add(TokenKey key) {
        sql.insertInto("token_keys")
                .set("id", key.id())
                .set("public_key", key.publicKey())
                .set("created_at", key.createdAt())
                .set("signs_until", key.signsUntil())
                .run();
    }

    @Override
    public int forgetBefore(Instant instant) {
        return sql.update("DELETE FROM token_keys WHERE signs_until < ?", instant);
    }
}
