package org.quanlian.identity.internal.passwords;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.Passwords;

/** Passwords hashed with Argon2id, no more at once than there is memory for. */
public final class Argon2Passwords implements Passwords {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HashingEffort effort;
    private final SecureRandom random;
    private final Semaphore memory;
    private final PasswordRules rules = new PasswordRules();
    private final PasswordHash decoy;

    /**
     * @param atOnce how many passwords are hashed at once: each takes the memory that the effort says
     * @param random makes salts
     */
    public Argon2Passwords(HashingEffort effort, int atOnce, SecureRandom random) {
        this.effort = effort;
        this.random = random;
        this.memory = new Semaphore(atOnce, true);
        this.decoy = hash(OneTimePassword.make(random));
    }

    @Override
    public PasswordHash hash(String login, String password, String field) {
        rules.require(login, password, field);
        return rehash(password);
    }

    @Override
    public PasswordHash hash(OneTimePassword password) {
        return rehash(password.value());
    }

    /** The hash of a password that has been taken before. */
    public PasswordHash rehash(String password) {
        byte[] salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        return withMemory(() -> Argon2Hash.of(password, salt, effort).encoded());
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        Argon2Hash kept = Argon2Hash.parse(hash);
        // What is too long to be a password takes as long as one and is none.
        boolean possible = password.length() <= PasswordRules.MAX_LENGTH;
        return withMemory(() -> kept.matches(possible ? password : "")) && possible;
    }

    @Override
    public boolean outdated(PasswordHash hash) {
        return Argon2Hash.parse(hash).effort().isWeakerThan(effort);
    }

    @Override
    public PasswordHash decoy() {
        return decoy;
    }

    private <T> T withMemory(Supplier<T> work) {
        boolean there = false;
        try {
            there = memory.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!there) {
            throw PasswordRules.TEXTS.tooMany("password.busy", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }
}
