package org.quanlian.store.internal.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountRefusals;
import org.quanlian.vouchers.accounts.Accounts;
import org.quanlian.vouchers.accounts.LoginAttempts;
import org.quanlian.vouchers.accounts.LoginSessions;
import org.quanlian.vouchers.accounts.Logins;
import org.quanlian.vouchers.accounts.OidcLinks;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.TokenKeys;

/** The accounts of one transaction. */
public final class JdbcAccounts implements Accounts {
    private static final String COLUMNS =
            "SELECT id, login, name, role, organisation, city, email, state, created_at, version FROM accounts";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Account> find(Id<Account> id) {
        return sql.query(COLUMNS + " WHERE id = ?", id.value()).optional(JdbcAccounts::account);
    }

    @Override
    public Optional<Account> lock(Id<Account> id) {
        return sql.lock("accounts", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    @Override
    public Optional<Account> findByLogin(String login) {
        return sql.query(COLUMNS + " WHERE login_key = ?", Logins.key(login)).optional(JdbcAccounts::account);
    }

    @Override
    public Page<Account> page(Page.Request request) {
        List<Account> read = sql.query(
                        COLUMNS + " WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                        request.after().orElse(""),
                        request.toRead())
                .list(JdbcAccounts::account);
        return Page.of(read, request, account -> account.id().value());
    }

    @Override
    public void add(Account account) {
        try {
            sql.insertInto("accounts")
                    .set("id", account.id().value())
                    .set("login", account.login())
                    .set("login_key", Logins.key(account.login()))
                    .set("name", account.name())
                    .set("role", account.role())
                    .set("organisation", account.organisation().map(Id::value))
                    .set("city", account.city().map(Area::code))
                    .set("email", account.email())
                    .set("state", account.state())
                    .set("created_at", account.createdAt())
                    .set("version", account.version())
                    .run();
        } catch (ConstraintViolationException e) {
            if (e.is("uq_accounts_login")) {
                throw AccountRefusals.loginTaken(account.login());
            }
            throw e;
        }
    }

    @Override
    public void update(Account before, Account after) {
        if (after.version() <= before.version()) {
            throw new IllegalArgumentException("a change of an account counts up its version");
        }
        int rows = sql.update(
                "UPDATE accounts SET name = ?, email = ?, state = ?, version = ? WHERE id = ? AND version = ?",
                after.name(),
                after.email(),
                after.state(),
                after.version(),
                before.id().value(),
                before.version());
        if (rows == 0) {
            throw AccountRefusals.stale();
        }
    }

    @Override
    public Optional<PasswordHash> password(Id<Account> account) {
        return sql.query("SELECT password_hash FROM accounts WHERE id = ?", account.value())
                .one(row -> row.optionalString("password_hash").map(PasswordHash::new));
    }

    @Override
    public void setPassword(Id<Account> account, PasswordHash password, Instant at) {
        sql.updateOne(
                "UPDATE accounts SET password_hash = ?, password_set_at = ? WHERE id = ?",
                password.encoded(),
                at,
                account.value());
    }

    @Override
    public void strengthen(Id<Account> account, PasswordHash password) {
        sql.updateOne("UPDATE accounts SET password_hash = ? WHERE id = ?", password.encoded(), account.value());
    }

    @Override
    public void lockOperators() {
        if (sql.lock("operators_lock", "id", 1) != 1) {
            throw new IllegalStateException("the row of operators_lock is gone");
        }
    }

    @Override
    public boolean any() {
        return sql.query("SELECT id FROM accounts").exists();
    }

    @Override
    public int operators() {
        return sql.query(
                        "SELECT COUNT(*) AS operators FROM accounts WHERE role = ? AND state <> ?",
                        Role.OPERATOR,
                        Account.State.DISABLED)
                .one(row -> row.integer("operators"));
    }

    @Override
    public LoginSessions sessions() {
        return new JdbcLoginSessions(sql);
    }

    @Override
    public LoginAttempts attempts() {
        return new JdbcLoginAttempts(sql);
    }

    @Override
    public TokenKeys tokenKeys() {
        return new JdbcTokenKeys(sql);
    }

    @Override
    public OidcLinks oidc() {
        return new JdbcOidcLinks(sql);
    }

    private static Account account(Row row) {
        return new Account(
                new Id<>(row.string("id")),
                row.string("login"),
                row.string("name"),
                row.constant("role", Role.class),
                row.optionalString("organisation").map(Id::new),
                row.optionalString("city").map(Area::new),
                row.optionalString("email"),
                row.constant("state", Account.State.class),
                row.instant("created_at"),
                row.number("version"));
    }
}
