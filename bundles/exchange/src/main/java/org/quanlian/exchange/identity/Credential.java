package org.quanlian.exchange.identity;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.quanlian.exchange.signature.CertificateMaker;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.keys.CertifiedKey;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/**
 * A key of this node with the certificate that partners know (本节点证书).
 *
 * @param use what it is for
 * @param key the pair
 * @param certificate its certificate
 */
public record Credential(Use use, CertifiedKey key, X509Certificate certificate) {
    /** How long before it was made a certificate begins to be good: clocks of nodes are not quite together. */
    static final Duration HEAD_START = Duration.ofDays(1);

    public Credential {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(certificate, "certificate");
    }

    /** @throws IllegalStateException when its certificate is broken */
    static Credential of(Use use, CertifiedKey key) {
        try {
            return new Credential(use, key, Certificates.read(key.certificate()));
        } catch (CertificateException e) {
            throw new IllegalStateException(
                    "the certificate of the key " + key.id() + " is damaged: restore it from a backup", e);
        }
    }

    /** When it was made, by the node's clock. */
    public Instant madeAt() {
        return certificate.getNotBefore().toInstant().plus(HEAD_START);
    }

    /** Until when it is good. */
    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether it is good at a time. */
    public boolean isGood(Instant at) {
        return Certificates.isGood(certificate, at);
    }

    /** By what people compare it. */
    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /** With what is signed. */
    public SigningIdentity identity() {
        Profile profile = Certificates.profileOf(certificate)
                .orElseThrow(() -> new IllegalStateException("the key " + key.id() + " is on no curve of ours"));
        return new SigningIdentity(
                profile, CertificateMaker.privateKey(key.pair().privateKey()), certificate);
    }

    /** Two of the same certificate are the same, however often they were read. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Credential credential
                && use == credential.use
                && certificate.equals(credential.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "Credential[" + use + ", " + fingerprint() + "]";
    }
}
