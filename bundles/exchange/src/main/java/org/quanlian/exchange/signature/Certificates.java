package org.quanlian.exchange.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.InvalidValueException;

/** Certificates of signatures (签名证书), X.509 version 3 as RFC 5280 says. */
public final class Certificates {
    /** The most bytes of a certificate that is read. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final int SERIAL_BITS = 127;
    private static final ASN1ObjectIdentifier SM2_CURVE = new ASN1ObjectIdentifier("1.2.156.10197.1.301");
    private static final ASN1ObjectIdentifier P256_CURVE = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");

    private Certificates() {}

    /**
     * A new key with a certificate that it signs itself: partners trust it because they compared its fingerprint, not
     * because of who issued it.
     *
     * @param node whose it is
     * @param from from when on it is good
     * @param until until when
     */
    public static SigningIdentity selfSigned(
            Profile profile, NodeName node, Instant from, Instant until, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Algorithms.PROVIDER);
            generator.initialize(new ECGenParameterSpec(profile.curveName()), random);
            KeyPair pair = generator.generateKeyPair();
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
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .setProvider(Algorithms.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(profile.signatureName())
                            .setProvider(Algorithms.PROVIDER)
                            .build(pair.getPrivate())));
            return new SigningIdentity(profile, pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    /** The fingerprint by which people compare a certificate: SHA-256 of its DER, in hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has no bytes", e);
        }
    }

    /** The profile whose keys a certificate has, if it is one of ours. */
    public static Optional<Profile> profileOf(X509Certificate certificate) {
        Object curve = SubjectPublicKeyInfo.getInstance(
                        certificate.getPublicKey().getEncoded())
                .getAlgorithm()
                .getParameters();
        if (SM2_CURVE.equals(curve)) {
            return Optional.of(Profile.GM);
        }
        return P256_CURVE.equals(curve) ? Optional.of(Profile.INTL) : Optional.empty();
    }

    /** The node whose certificate it is, if its subject names one and nothing else. */
    public static Optional<NodeName> nodeOf(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs();
        if (names.length != 1
                || names[0].isMultiValued()
                || !names[0].getFirst().getType().equals(BCStyle.CN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    NodeName.parse(IETFUtils.valueToString(names[0].getFirst().getValue())));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** The text of a certificate, RFC 7468. */
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no bytes", e);
        }
    }

    /**
     * Reads one certificate, from DER or PEM.
     *
     * @throws CertificateException when the bytes are none, or too many
     */
    public static X509Certificate read(byte[] bytes) throws CertificateException {
        if (bytes.length > MAX_BYTES) {
            throw new CertificateException("a certificate has at most " + MAX_BYTES + " bytes");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509", Algorithms.PROVIDER);
        // The factory passes over what stands before a PEM, and says nothing when there is no certificate at all.
        X509Certificate read = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
        if (read == null) {
            throw new CertificateException("there is no certificate");
        }
        return read;
    }

    /** Reads one certificate from PEM text. */
    public static X509Certificate read(String pem) throws CertificateException {
        return read(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
