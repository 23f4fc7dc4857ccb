package org.quanlian.store.internal.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.LoginSessions;

/** The login sessions of one transaction. */
final class JdbcLoginSessions implements LoginSessions {
    private final Sql sql;

    JdbcLoginSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(LoginSession session) {
        sql.insertInto("login_sessions")
                .set("id", session.id().value())
                .set("account", session.account().value())
                .set("method", session.method())
                .set("created_at", session.createdAt())
                .set("used_at", session.usedAt())
                .set("expires_at", session.expiresAt())
                .set("ended_at", session.endedAt())
                .run();
    }

    @Override
    public Optional<LoginSession> find(Id<LoginSession> id) {
        return sql.query(
                        "SELECT id, account, method, created_at, used_at, expires_at, ended_at FROM login_sessions"
                                + " WHERE id = ?",
                        id.value())
                .optional(JdbcLoginSessions::session);
    }

    @Override
    public Optional<LoginSession> lock(Id<LoginSession> id) {
        return sql.lock("login_sessions", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    @Override
    public void used(Id<LoginSession> id, Instant at) {
        sql.updateOne("UPDATE login_sessions SET used_at = ? WHERE id = ?", at, id.value());
    }

    @Override
    public void end(Id<LoginSession> id, Instant at) {
        sql.update("UPDATE login_sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL", at, id.value());
    }

    @Override
    public void endAll(Id<Account> account, Instant at) {
        sql.update(
                "UPDATE login_sessions SET ended_at = ? WHERE account = ? AND ended_at IS NULL", at, account.value());
    }

    @Override
    public void addToken(RefreshToken token) {
        sql.insertInto("refresh_tokens")
                .set("digest", token.digest())
                .set("session_id", token.session().value())
                .set("issued_at", token.issuedAt())
                .set("used_at", token.usedAt())
                .run();
    }

    @Override
    public Optional<RefreshToken> token(String digest) {
        return sql.query("SELECT digest, session_id, issued_at, used_at FROM refresh_tokens WHERE digest = ?", digest)
                .optional(row -> new RefreshToken(
                        row.string("digest"),
                        new Id<>(row.string("session_id")),
                        row.instant("issued_at"),
                        row.optionalInstant("used_at")));
    }

    @Override
    public void tokenUsed(String digest, Instant at) {
        sql.updateOne("UPDATE refresh_tokens SET used_at = ? WHERE digest = ? AND used_at IS NULL", at, digest);
    }

    @Override
    public int forgetBefore(Instant instant) {
        String gone = "(SELECT id FROM login_sessions WHERE expires_at < ? OR ended_at < ?)";
        sql.update("DELETE FROM refresh_tokens WHERE session_id IN " + gone, instant, instant);
        return sql.update("DELETE FROM login_sessions WHERE expires_at < ? OR ended_at < ?", instant, instant);
    }

    private static LoginSession session(Row row) {
        return new LoginSession(
                new Id<>(row.string("id")),
                new Id<>(row.string("account")),
                row.constant("method", LoginSession.Method.class),
                row.instant("created_at"),
                row.instant("used_at"),
                row.instant("expires_at"),
                row.optionalInstant("ended_at"));
    }
}
