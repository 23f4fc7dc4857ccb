package org.quanlian.exchange.internal.transport;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.keys.CertifiedKey;

/** TLS 1.3 in which both ends show a certificate that the other was introduced with. */
final class MutualTls {
    /** The one version: it hides certificates from who listens, and has no weak choices. */
    static final String PROTOCOL = "TLSv1.3";

    private MutualTls() {}

    /**
     * The context of one end.
     *
     * @param own the key that works now
     * @param pins the certificates that are believed now
     */
    static SSLContext context(Supplier<CertifiedKey> own, Supplier<List<Pin>> pins) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(new KeyManager[] {new OwnKey(own)}, new TrustManager[] {new PinnedTrust(pins)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has " + PROTOCOL, e);
        }
    }
}
