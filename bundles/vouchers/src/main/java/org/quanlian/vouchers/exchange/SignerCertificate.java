package org.quanlian.vouchers.exchange;

import java.util.Objects;

/**
 * A certificate with which a message or a receipt was signed (签名证书): kept beside what it signed, for those who verify it
 * when its owner has long replaced it.
 *
 * @param fingerprint SHA-256 of its DER, in hexadecimal
 * @param pem its text, RFC 7468
 */
public record SignerCertificate(String fingerprint, String pem) {
    public SignerCertificate {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(pem, "pem");
    }
}
