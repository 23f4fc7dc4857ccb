package org.quanlian.exchange.internal.transport;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.quanlian.keys.CertifiedKey;

/** Shows the certificate of this node that works now, asked at each handshake: a new key needs no new server. */
final class OwnKey extends X509ExtendedKeyManager {
    private static final String KIND = "EC";

    private final Supplier<CertifiedKey> working;

    /** @param working the key for connections that works now */
    OwnKey(Supplier<CertifiedKey> working) {
        this.working = working;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return working.get().id();
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return KIND.equals(keyType) ? working.get().id() : null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return working.get().id();
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return KIND.equals(keyType) ? working.get().id() : null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {working.get().id()};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {working.get().id()};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        // Java's own certificate and key, because its TLS takes those of other providers only in part.
        try {
            return new X509Certificate[] {
                (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(named(alias).certificate()))
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate of the key " + alias + " is unreadable", e);
        }
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        try {
            return KeyFactory.getInstance(KIND)
                    .generatePrivate(new PKCS8EncodedKeySpec(named(alias).pair().privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + alias + " is unreadable", e);
        }
    }

    /** A handshake during which the key changes fails, and the next one is whole. */
    private CertifiedKey named(String alias) {
        CertifiedKey key = working.get();
        if (!key.id().equals(alias)) {
            throw new IllegalStateException("the key " + alias + " does not work any more");
        }
        return key;
    }
}
