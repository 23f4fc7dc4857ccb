package org.quanlian.exchange.signature;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * With what a node signs (签名身份).
 *
 * @param profile the algorithms
 * @param key the private key; it never leaves its node
 * @param certificate the certificate of its public key, which partners know
 */
public record SigningIdentity(Profile profile, PrivateKey key, X509Certificate certificate) {
    public SigningIdentity {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(certificate, "certificate");
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "SigningIdentity[" + profile + ", " + Certificates.fingerprint(certificate) + "]";
    }
}
