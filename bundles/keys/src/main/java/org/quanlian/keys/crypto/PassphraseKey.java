package org.quanlian.keys.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A secret that is made of what a person remembers, and of it the keys for single uses. Source: RFC 9106 (Argon2id).
 *
 * <p>The parameters stand beside what it seals, so that they can grow.
 */
public final class PassphraseKey {
    /** How many bytes a salt has. */
    public static final int SALT_BYTES = 16;

    private static final int SECRET_BYTES = 32;

    private final Algorithm mac;
    private final byte[] secret;

    private PassphraseKey(Algorithm mac, byte[] secret) {
        this.mac = mac;
        this.secret = secret;
    }

    /**
     * What a guess costs.
     *
     * @param memoryKib memory that each needs, 19 456 (the least that RFC 9106 and OWASP know) to 1 048 576 KiB
     * @param passes passes over that memory, 1 to 20
     */
    public record Effort(int memoryKib, int passes) {
        /** What a guess costs when nothing else is said: 64 MiB, three passes. Source: RFC 9106, 4 (second choice). */
        public static final Effort USUAL = new Effort(65_536, 3);

        private static final int LEAST_KIB = 19_456;
        private static final int MOST_KIB = 1_048_576;
        private static final int MOST_PASSES = 20;

        /** @throws IllegalArgumentException when it is too little to protect, or so much that it would stop a machine */
        public Effort {
            if (memoryKib < LEAST_KIB || memoryKib > MOST_KIB || passes < 1 || passes > MOST_PASSES) {
                throw new IllegalArgumentException(
                        "effort of a passphrase out of bounds: " + memoryKib + " KiB, " + passes + " passes");
            }
        }
    }

    /**
     * Makes the secret.
     *
     * @param mac by which the keys for single uses are made
     * @param salt {@link #SALT_BYTES} random bytes, others each time
     */
    public static PassphraseKey derive(Algorithm mac, String passphrase, byte[] salt, Effort effort) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(effort.memoryKib())
                .withIterations(effort.passes())
                .withParallelism(1)
                .build());
        byte[] secret = new byte[SECRET_BYTES];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), secret);
        return new PassphraseKey(mac, secret);
    }

    /** 32 bytes for one use, from which nobody learns those for another. */
    public byte[] forUse(String use) {
        return new KeyedDigest(mac, secret).of(use.getBytes(StandardCharsets.UTF_8));
    }

    /** The keyed digest of a message, 32 bytes. */
    public byte[] check(String use, byte[] message) {
        return new KeyedDigest(mac, forUse(use)).of(message);
    }

    /** Says nothing: a secret must not get into logs. */
    @Override
    public String toString() {
        return "PassphraseKey[hidden]";
    }
}
