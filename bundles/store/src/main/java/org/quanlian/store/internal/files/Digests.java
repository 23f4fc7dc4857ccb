package org.quanlian.store.internal.files;

import java.util.HexFormat;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.DigestAlgorithm.Digest;

/** SHA-256 and SM3 (GB/T 32905) of the same bytes, as 64 hexadecimal digits. */
final class Digests {
    private final Digest sha256 = DigestAlgorithm.SHA_256.start();
    private final Digest sm3 = DigestAlgorithm.SM3.start();

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
    }

    /** The digest of all; nothing can be added afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.end());
    }

    /** The digest of all; nothing can be added afterwards. */
    String sm3() {
        return HexFormat.of().formatHex(sm3.end());
    }
}
