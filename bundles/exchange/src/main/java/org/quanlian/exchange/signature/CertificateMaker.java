package org.quanlian.exchange.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/**
 * Makes certificates that their own keys sign: partners believe them because people compared their fingerprints, not because
 * of who issued them. Source: RFC 5280.
 */
public final class CertificateMaker {
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random;

    /** @param random makes serial numbers */
    public CertificateMaker(SecureRandom random) {
        this.random = random;
    }

    /**
     * The certificate of a pair.
     *
     * @param use what it is for
     * @param profile the algorithms of the pair
     * @param privateKey PKCS #8
     * @param publicKey X.509
     * @param node whose it is
     * @param from from when on it is good
     * @param until until when
     */
    public X509Certificate make(
            Use use, Profile profile, byte[] privateKey, byte[] publicKey, NodeName node, Instant from, Instant until) {
        try {
            PublicKey shown =
                    KeyFactory.getInstance("EC", Algorithms.PROVIDER).generatePublic(new X509EncodedKeySpec(publicKey));
            return make(use, profile, new KeyPair(shown, privateKey(privateKey)), node, from, until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    /**
     * A private key as signatures take it.
     *
     * @param encoded PKCS #8
     * @throws IllegalArgumentException when it is none of an elliptic curve; the message tells nothing of it
     */
    public static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC", Algorithms.PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of an elliptic curve");
        }
    }

    X509Certificate make(Use use, Profile profile, KeyPair pair, NodeName node, Instant from, Instant until) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, node.toString())
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                Date.from(from),
                Date.from(until),
                name,
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            switch (use) {
                case SIGNATURE -> builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
                case TRANSPORT -> {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }));
                }
            }
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new JcaX509CertificateConverter()
                    .setProvider(Algorithms.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(profile.signatureName())
                            .setProvider(Algorithms.PROVIDER)
                            .build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }
}
