package org.quanlian.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quanlian.keys.crypto.DigestAlgorithm;

/** How keys that nobody may see are named by themselves. */
final class KeyNames {
    static final int BYTES = 8;

    private KeyNames() {}

    /**
     * The name of a secret.
     *
     * @param use an own use of the digest: nobody learns from the name what another digest of the key would be
     */
    static byte[] of(String use, byte[] secret) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(use.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(secret);
        return Arrays.copyOf(DigestAlgorithm.SHA_256.of(all.toByteArray()), BYTES);
    }
}
