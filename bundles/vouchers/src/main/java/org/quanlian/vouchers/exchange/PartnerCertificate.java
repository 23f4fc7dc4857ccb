package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;

/**
 * A certificate of a partner (伙伴证书), as it is kept. During a rotation there are two for a use, and both are believed.
 *
 * @param province whose it is
 * @param use what it is believed for
 * @param fingerprint SHA-256 of its DER, in hexadecimal: by what people compare it
 * @param pem its text, RFC 7468
 * @param addedAt since when it is believed
 * @param revokedAt from when on it is not, if it was revoked
 */
public record PartnerCertificate(
        Area province, Use use, String fingerprint, String pem, Instant addedAt, Optional<Instant> revokedAt) {
    /** What a certificate is believed for. */
    public enum Use {
        /** Signing messages and receipts. */
        SIGNATURE,
        /** Connections (TLS), as client and as server. */
        TRANSPORT
    }

    public PartnerCertificate {
        Objects.requireNonNull(province, "province");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(pem, "pem");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** Whether it is believed at an instant, its own period aside. */
    public boolean believedAt(Instant at) {
        return revokedAt.map(at::isBefore).orElse(true);
    }
}
