package org.quanlian.vouchers;

import java.security.SecureRandom;
import java.time.Clock;

/** Makes names that were never given before. */
public final class Ids {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int RANDOM_BYTES = 10;
    private static final int BITS = 5;
    private static final int MASK = 31;

    private final Clock clock;
    private final SecureRandom random;

    /**
     * Makes names.
     *
     * @param clock tells the time with which they begin
     * @param random makes the rest unguessable
     */
    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new name. */
    public <T> Id<T> next() {
        char[] text = new char[Id.LENGTH];
        long time = clock.millis();
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (time & MASK)];
            time >>>= BITS;
        }
        byte[] noise = new byte[RANDOM_BYTES];
        random.nextBytes(noise);
        long buffer = 0;
        int bits = 0;
        int at = 10;
        for (byte b : noise) {
            buffer = buffer << 8 | (b & 0xff);
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text[at++] = ALPHABET[(int) (buffer >>> bits & MASK)];
            }
        }
        return new Id<>(new String(text));
    }
}
