package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.signature.Certificates;

/**
 * A certificate with which a partner signs (伙伴证书). During a rotation there are two, and both are believed.
 *
 * @param certificate the certificate
 * @param revokedAt from when on nothing that it signed is taken any more, if it was revoked
 */
public record KnownCertificate(X509Certificate certificate, Optional<Instant> revokedAt) {
    public KnownCertificate {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** Whether it is believed at a time, its own period aside. */
    public boolean believedAt(Instant at) {
        return revokedAt.map(at::isBefore).orElse(true);
    }

    /** By what people compare it. */
    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }
}
