package org.quanlian.store.internal.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 and SM3 (GB/T 32905) of the same bytes, as 64 hexadecimal digits. */
final class Digests {
    private final MessageDigest sha256 = newSha256();
    private final SM3Digest sm3 = new SM3Digest();

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
    }

    /** The digest of all; nothing can be added afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The digest of all; nothing can be added afterwards. */
    String sm3() {
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
