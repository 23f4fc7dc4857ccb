package org.quanlian.keys.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** How bytes are digested. */
public enum DigestAlgorithm {
    /** Source: FIPS 180-4. */
    SHA_256("SHA-256"),
    /** The national hash. Source: GB/T 32905. */
    SM3("SM3");

    private final String label;

    DigestAlgorithm(String label) {
        this.label = label;
    }

    /** The algorithm of that name. */
    public static Optional<DigestAlgorithm> named(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst();
    }

    /** Its name in what is kept; never changed. */
    public String label() {
        return label;
    }

    /** The digest of some bytes, 32 bytes. */
    public byte[] of(byte[] bytes) {
        Digest digest = start();
        digest.update(bytes, 0, bytes.length);
        return digest.end();
    }

    /** Begins a digest of what comes piece by piece. */
    public Digest start() {
        return switch (this) {
            case SHA_256 -> new Java(newSha256());
            case SM3 -> new National(new SM3Digest());
        };
    }

    /** A digest that is being made, by one thread. */
    public interface Digest {
        /** Adds bytes. */
        void update(byte[] bytes, int offset, int length);

        /** The digest of all; nothing can be added afterwards. */
        byte[] end();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Java(MessageDigest digest) implements Digest {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] end() {
            return digest.digest();
        }
    }

    private record National(SM3Digest digest) implements Digest {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] end() {
            byte[] end = new byte[digest.getDigestSize()];
            digest.doFinal(end, 0);
            return end;
        }
    }
}
