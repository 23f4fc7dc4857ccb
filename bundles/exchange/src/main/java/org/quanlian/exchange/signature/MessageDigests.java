package org.quanlian.exchange.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Digests of messages (摘要), as they are written: the algorithm, a colon, and hexadecimal digits. */
public final class MessageDigests {
    private MessageDigests() {}

    /** The digest of bytes by the algorithm of a profile, for example {@code sha-256:…} or {@code sm3:…}. */
    public static String of(Profile profile, byte[] bytes) {
        return of(profile.digestName().toLowerCase(Locale.ROOT), bytes);
    }

    /**
     * The digest of bytes.
     *
     * @param algorithm as it is written: {@code sha-256} or {@code sm3}
     */
    public static String of(String algorithm, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT), Algorithms.PROVIDER);
            return algorithm + ":" + HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("there is no digest " + algorithm, e);
        }
    }
}
