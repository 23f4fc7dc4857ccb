package org.quanlian.keys;

import java.time.Instant;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.EcAgreement;
import org.quanlian.keys.crypto.KeyPairBytes;

/** A pair of keys by which this node agrees with others on secrets. */
public final class AgreementKey implements NodeKey {
    private final Algorithm algorithm;
    private final Instant created;
    private final KeyPairBytes pair;
    private final AgreementPublicKey shown;

    /** @throws IllegalArgumentException when the public key is none of the algorithm */
    AgreementKey(Algorithm algorithm, Instant created, KeyPairBytes pair) {
        this.algorithm = algorithm;
        this.created = created;
        this.pair = pair;
        this.shown = AgreementPublicKey.of(pair.publicKey());
        if (shown.algorithm() != algorithm) {
            throw new IllegalArgumentException("the public key is not for " + algorithm.label());
        }
    }

    @Override
    public String id() {
        return VerificationKey.idOf(pair.publicKey());
    }

    @Override
    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public Instant created() {
        return created;
    }

    /** What others are shown. */
    public AgreementPublicKey shown() {
        return shown;
    }

    /**
     * The secret that this node and another have in common, derived by HKDF; the other computes the same with the same info.
     *
     * @param other what the other node shows
     * @param info what it is for, and who the two are: another use has another secret
     * @param bytes how long it is
     * @throws IllegalArgumentException when the other's key is on another curve
     */
    public byte[] secretWith(AgreementPublicKey other, byte[] info, int bytes) {
        return EcAgreement.of(algorithm).secret(pair.privateKey(), other.encoded(), info, bytes);
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "AgreementKey[" + id() + "]";
    }
}
