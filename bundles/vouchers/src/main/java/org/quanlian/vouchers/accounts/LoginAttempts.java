package org.quanlian.vouchers.accounts;

import java.time.Instant;

/** What was tried lately, counted by who tried: never by the account alone, which a stranger could lock that way. */
public interface LoginAttempts {
    /** What was tried under a key; it is then this transaction's alone until it ends. */
    Tries lock(String key);

    /** Keeps what was tried under a key that this transaction has locked. */
    void keep(String key, Tries tries);

    /** Forgets what was not tried again since an instant; tells how many keys. */
    int forgetBefore(Instant instant);

    /**
     * What was tried under a key.
     *
     * @param failures how many tries are held against it
     * @param since from when on they fade
     * @param closedUntil until when no other is let in
     */
    record Tries(int failures, Instant since, Instant closedUntil) {
        /** Nothing. */
        public static final Tries NONE = new Tries(0, Instant.EPOCH, Instant.EPOCH);
    }
}
