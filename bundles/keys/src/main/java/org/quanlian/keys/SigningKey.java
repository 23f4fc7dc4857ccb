package org.quanlian.keys;

import java.time.Instant;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.KeyPairBytes;
import org.quanlian.keys.crypto.SignatureScheme;

/** A pair of keys by which this node signs. */
public final class SigningKey implements NodeKey {
    private final Instant created;
    private final KeyPairBytes pair;
    private final VerificationKey verification;

    SigningKey(Algorithm algorithm, Instant created, KeyPairBytes pair) {
        this.created = created;
        this.pair = pair;
        this.verification = new VerificationKey(algorithm, pair.publicKey());
    }

    @Override
    public String id() {
        return verification.id();
    }

    @Override
    public Algorithm algorithm() {
        return verification.algorithm();
    }

    @Override
    public Instant created() {
        return created;
    }

    /** Signs a message. */
    public Signed sign(byte[] message) {
        return new Signed(id(), algorithm(), SignatureScheme.of(algorithm()).sign(pair.privateKey(), message));
    }

    /** By what others check its signatures. */
    public VerificationKey verification() {
        return verification;
    }

    KeyPairBytes pair() {
        return pair;
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
