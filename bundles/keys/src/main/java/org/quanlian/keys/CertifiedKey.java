package org.quanlian.keys;

import java.time.Instant;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.KeyPairBytes;

/** A pair of keys with the certificate by which others know it. */
public final class CertifiedKey implements NodeKey {
    private final Algorithm algorithm;
    private final Instant created;
    private final KeyPairBytes pair;
    private final byte[] certificate;

    CertifiedKey(Algorithm algorithm, Instant created, KeyPairBytes pair, byte[] certificate) {
        this.algorithm = algorithm;
        this.created = created;
        this.pair = pair;
        this.certificate = certificate.clone();
    }

    /** Makes the certificate of a new pair. Who the node is, this room does not know. */
    @FunctionalInterface
    public interface Certifier {
        /** The certificate, X.509 in DER. */
        byte[] certificate(Algorithm algorithm, KeyPairBytes pair);
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

    /** The pair, for TLS and CMS, which want the key itself. */
    public KeyPairBytes pair() {
        return pair;
    }

    /** Its certificate, X.509 in DER. */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "CertifiedKey[" + id() + "]";
    }
}
