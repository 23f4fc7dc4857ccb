package org.quanlian.keys.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Digests of messages that nobody can compute who has not the key. Source: RFC 2104. */
public final class KeyedDigest {
    private final Algorithm algorithm;
    private final KeyParameter key;

    /** @throws IllegalArgumentException when the algorithm makes no keyed digests */
    public KeyedDigest(Algorithm algorithm, byte[] key) {
        if (algorithm.kind() != Algorithm.Kind.MAC) {
            throw new IllegalArgumentException(algorithm.label() + " makes no keyed digests");
        }
        this.algorithm = algorithm;
        this.key = new KeyParameter(key);
    }

    /** The digest of a message, 32 bytes. */
    public byte[] of(byte[] message) {
        HMac mac = new HMac(algorithm == Algorithm.HMAC_SM3 ? new SM3Digest() : new SHA256Digest());
        mac.init(key);
        mac.update(message, 0, message.length);
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }
}
