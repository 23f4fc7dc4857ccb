package org.quanlian.identity.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.GuessingGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what logins leave behind, when it is good for nothing any more. Several nodes may do so at once. */
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    /** So that none is forgotten while it is being ended. */
    private static final Duration SESSIONS_STAY = Duration.ofMinutes(10);

    private static final Duration KEYS_STAY = Duration.ofDays(1);

    private final Store store;
    private final GuessingGuard guard;
    private final Clock clock;
    private final Duration departuresStay;

    /** @param departuresStay how long a login at another provider may take */
    public Upkeep(Store store, GuessingGuard guard, Clock clock, Duration departuresStay) {
        this.store = store;
        this.guard = guard;
        this.clock = clock;
        this.departuresStay = departuresStay;
    }

    /** Forgets it now. */
    public void run() {
        Instant now = clock.instant();
        int sessions = store.write(session -> session.accounts().sessions().forgetBefore(now.minus(SESSIONS_STAY)));
        int tries = store.write(guard::forget);
        int departures = store.write(session -> session.accounts().oidc().forgetBefore(now.minus(departuresStay)));
        int keys = store.write(session -> session.accounts().tokenKeys().forgetBefore(now.minus(KEYS_STAY)));
        LOG.debug(
                "forgot {} sessions, {} counts of tries, {} unfinished logins, {} keys",
                sessions,
                tries,
                departures,
                keys);
    }
}
