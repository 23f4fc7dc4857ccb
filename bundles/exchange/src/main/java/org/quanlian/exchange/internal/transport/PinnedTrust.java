package org.quanlian.exchange.internal.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.vouchers.StoreUnavailableException;

/**
 * Believes exactly the certificates that partners were introduced with, asked at each handshake: neither an authority nor the
 * name of a host makes another one good. Java compares no host names when it is given a trust manager of this kind.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Supplier<List<Pin>> pins;

    /** @param pins the certificates that are believed now, and whose they are */
    PinnedTrust(Supplier<List<Pin>> pins) {
        this.pins = pins;
    }

    /** The node that a certificate shows, if it is believed now. */
    Optional<Pin> pinOf(X509Certificate certificate) {
        String shown = Certificates.fingerprint(certificate);
        return pins.get().stream()
                .filter(pin -> pin.fingerprint().equals(shown))
                .findFirst();
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate was shown");
        }
        try {
            if (pinOf(chain[0]).isEmpty()) {
                throw new CertificateException(
                        "no partner is believed by the certificate " + Certificates.fingerprint(chain[0]));
            }
        } catch (StoreUnavailableException e) {
            throw new CertificateException("which certificates are believed can't be read now", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    /** None is told: who knocks knows its certificate. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
