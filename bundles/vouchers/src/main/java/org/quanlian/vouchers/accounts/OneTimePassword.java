package org.quanlian.vouchers.accounts;

import java.security.SecureRandom;

/**
 * A password that the node made, good only for setting another (一次性口令).
 *
 * @param value 24 letters and digits that are not mistaken for each other: 139 bits
 */
public record OneTimePassword(String value) {
    private static final int LENGTH = 24;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** One that nobody can guess. */
    public static OneTimePassword make(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return new OneTimePassword(text.toString());
    }

    /** Says nothing: a password must not get into logs. */
    @Override
    public String toString() {
        return "OneTimePassword[hidden]";
    }
}
