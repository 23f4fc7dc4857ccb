package org.quanlian.store.internal.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key by which data keys are wrapped. Its name is made of itself, so that another key is never taken for it. */
final class MasterKey {
    /** How many bytes a key has. */
    static final int BYTES = 32;

    /** How many bytes its name has. */
    static final int ID_BYTES = 8;

    private final byte[] id;
    private final SecretKey key;

    /** @throws IllegalArgumentException when it has not {@link #BYTES} bytes */
    MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes, not " + bytes.length);
        }
        key = new SecretKeySpec(bytes, "AES");
        id = Arrays.copyOf(digest(bytes), ID_BYTES);
    }

    /** Its name, as it stands in what is sealed. */
    byte[] id() {
        return id.clone();
    }

    /** Its name, as people read it. */
    String name() {
        return HexFormat.of().formatHex(id);
    }

    /** The key itself. */
    SecretKey key() {
        return key;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Its own use of the digest: nobody learns from the name what another digest of the key would be.
            digest.update("quanlian master key id".getBytes(StandardCharsets.US_ASCII));
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
