package org.quanlian.vouchers.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Role;

/** Makes the first operator, who makes all others: once for a store, however many nodes start on it. */
public final class FirstOperator {
    /** Their login. */
    public static final String LOGIN = "operator";

    private final Clock clock;
    private final Ids ids;

    public FirstOperator(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes the first operator, unless there is any account.
     *
     * @param password hash of a one-time password
     */
    public Optional<Account> make(Session session, PasswordHash password) {
        session.accounts().lockOperators();
        if (session.accounts().any()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Account account = new Account(
                ids.next(),
                LOGIN,
                LOGIN,
                Role.OPERATOR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Account.State.PASSWORD_EXPIRED,
                now,
                0);
        session.accounts().add(account);
        session.accounts().setPassword(account.id(), password, now);
        return Optional.of(account);
    }
}
