package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.util.Objects;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;

/**
 * Whom a certificate shows at the other end of a connection (连接证书). There is no authority: this very certificate is believed.
 *
 * @param node the partner's node
 * @param certificate the certificate
 */
public record Pin(NodeName node, X509Certificate certificate) {
    public Pin {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(certificate, "certificate");
    }

    /** By what it is known. */
    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }
}
