package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;

/** The accounts that are kept, with what their owners log in by. */
public interface Accounts {
    /** An account, if there is one of that name. */
    Optional<Account> find(Id<Account> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<Account> lock(Id<Account> id);

    /** The account with a login, whatever the case of its letters. */
    Optional<Account> findByLogin(String login);

    /** A page of all accounts, by name: the oldest first. */
    Page<Account> page(Page.Request request);

    /**
     * Keeps a new account, which has no password yet.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code CONFLICT account.login.taken}
     */
    void add(Account account);

    /**
     * Keeps an account that changed.
     *
     * @param before the account as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code STALE} when somebody else changed it in between
     */
    void update(Account before, Account after);

    /** The password of an account, if it has one. */
    Optional<PasswordHash> password(Id<Account> account);

    /** Gives an account its password, in place of the one that it had. */
    void setPassword(Id<Account> account, PasswordHash password, Instant at);

    /** Keeps the same password by another hash, which was made with more effort. */
    void strengthen(Id<Account> account, PasswordHash password);

    /**
     * Makes this transaction the only one, until it ends, that may decide whether there are operators enough: the first
     * is made under this lock, and the last is kept under it.
     */
    void lockOperators();

    /** Whether there is any account. */
    boolean any();

    /** How many operators there are that are not {@link Account.State#DISABLED}. */
    int operators();

    /** The sessions of those who are logged in. */
    LoginSessions sessions();

    /** What was tried lately. */
    LoginAttempts attempts();

    /** The keys by which the nodes of this store know each other's tokens. */
    TokenKeys tokenKeys();

    /** The accounts' names at other providers of identities, and the logins that are under way there. */
    OidcLinks oidc();
}
