package org.quanlian.vouchers.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.LoginAttempts.Tries;

/**
 * Slows down those who guess passwords, without letting a stranger lock anybody out: nothing is held against a login alone,
 * so its owner gets in from an address that is not itself guessing.
 *
 * <p>A try is counted before the password is looked at and taken back when it was right; so many tries at once are no way
 * around it. What is counted stands in the store, for all nodes.
 */
public final class GuessingGuard {
    /** Beyond 2¹² seconds every limit is reached. */
    private static final int MAX_DOUBLINGS = 12;

    private final Clock clock;
    private final GuessingLimits limits;

    public GuessingGuard(Clock clock, GuessingLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Counts a try.
     *
     * @param address where it comes from
     * @return how long to wait instead, if it may not be made now; it is then not counted
     */
    public Optional<Duration> admit(Session session, String login, String address) {
        LoginAttempts attempts = session.accounts().attempts();
        Instant now = clock.instant();
        // Always the address first: who locks in one order never waits in a circle.
        Tries ofAddress = attempts.lock(addressKey(address));
        Tries ofLogin = attempts.lock(loginKey(login, address));
        Instant open = later(ofAddress.closedUntil(), ofLogin.closedUntil());
        if (now.isBefore(open)) {
            return Optional.of(Duration.between(now, open));
        }
        attempts.keep(addressKey(address), failed(ofAddress, now, limits.freePerAddress(), limits.fadePerAddress()));
        attempts.keep(loginKey(login, address), failed(ofLogin, now, limits.freePerLogin(), limits.fadePerLogin()));
        return Optional.empty();
    }

    /**
     * Takes a try back, because the password was right: all failures at that login are forgotten, and of those of the address
     * this one, so that who has one account does not guess at others for free.
     */
    public void right(Session session, String login, String address) {
        LoginAttempts attempts = session.accounts().attempts();
        Tries ofAddress = attempts.lock(addressKey(address));
        attempts.lock(loginKey(login, address));
        int before = Math.max(0, ofAddress.failures() - 1);
        attempts.keep(
                addressKey(address),
                new Tries(
                        before,
                        ofAddress.since(),
                        before < limits.freePerAddress() ? Instant.EPOCH : ofAddress.closedUntil()));
        attempts.keep(loginKey(login, address), Tries.NONE);
    }

    /** Forgets what has faded anyway; tells how many keys. */
    public int forget(Session session) {
        Duration longest = limits.fadePerLogin()
                .multipliedBy(limits.freePerLogin() + (long) MAX_DOUBLINGS)
                .plus(limits.fadePerAddress().multipliedBy(limits.freePerAddress() + (long) MAX_DOUBLINGS));
        return session.accounts().attempts().forgetBefore(clock.instant().minus(longest));
    }

    private Tries failed(Tries before, Instant now, int free, Duration fade) {
        long faded = Duration.between(before.since(), now).dividedBy(fade);
        boolean allFaded = faded >= before.failures();
        int failures = (allFaded ? 0 : before.failures() - (int) faded) + 1;
        Instant since = allFaded ? now : before.since().plus(fade.multipliedBy(faded));
        return new Tries(failures, since, failures < free ? Instant.EPOCH : now.plus(wait(failures - free)));
    }

    private Duration wait(int doublings) {
        Duration wait = Duration.ofSeconds(1L << Math.min(doublings, MAX_DOUBLINGS));
        return wait.compareTo(limits.longestWait()) < 0 ? wait : limits.longestWait();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String addressKey(String address) {
        return LoginSessionKeeper.digest("address\n" + address);
    }

    private static String loginKey(String login, String address) {
        return LoginSessionKeeper.digest("login\n" + address + "\n" + Logins.key(login));
    }
}
