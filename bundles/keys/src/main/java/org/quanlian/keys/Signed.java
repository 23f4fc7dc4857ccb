package org.quanlian.keys;

import org.quanlian.keys.crypto.Algorithm;

/** A signature, and who made it how. */
public final class Signed {
    private final String keyId;
    private final Algorithm algorithm;
    private final byte[] signature;

    Signed(String keyId, Algorithm algorithm, byte[] signature) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.signature = signature.clone();
    }

    /** The name of the key. */
    public String keyId() {
        return keyId;
    }

    /** What the key works with. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** The signature: 64 bytes of Ed25519, or the DER sequence of SM2. */
    public byte[] signature() {
        return signature.clone();
    }
}
