package org.quanlian.vouchers.accounts;

import org.quanlian.model.InvalidValueException;

/**
 * A password as it is kept (口令摘要): what came out of a memory-hard function, with its parameters and salt, in the PHC
 * string format, for example {@code $argon2id$v=19$m=19456,t=2,p=1$…$…}. {@link Passwords} makes and reads it.
 *
 * @param encoded the text, at most {@link #MAX_LENGTH} characters
 */
public record PasswordHash(String encoded) {
    /** The most characters that it may have. */
    public static final int MAX_LENGTH = 200;

    /** @throws InvalidValueException {@code password.hash}, so that no password is ever kept as it is by mistake */
    public PasswordHash {
        if (!encoded.startsWith("$") || encoded.length() > MAX_LENGTH) {
            throw new InvalidValueException("password.hash", "that is no hash of a password");
        }
    }

    /** Says nothing: a hash must not get into logs. */
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
