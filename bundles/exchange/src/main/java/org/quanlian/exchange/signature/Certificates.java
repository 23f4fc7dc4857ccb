package org.quanlian.exchange.signature;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** Certificates (证书), X.509 version 3 as RFC 5280 says. */
public final class Certificates {
    /** The most bytes of a certificate that is read. */
    public static final int MAX_BYTES = 16 * 1024;

    /** Places in the key usage, RFC 5280. */
    private static final int DIGITAL_SIGNATURE = 0;

    private static final int NON_REPUDIATION = 1;
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
            return new SigningIdentity(
                    profile,
                    pair.getPrivate(),
                    new CertificateMaker(random).make(Use.SIGNATURE, profile, pair, node, from, until));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
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

    /** Whether a time lies in the period of a certificate. */
    public static boolean isGood(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** What a certificate is for, if it is one of ours: it says so in its key usage. */
    public static Optional<Use> useOf(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE]) {
            return Optional.empty();
        }
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null) {
                return usage[NON_REPUDIATION] ? Optional.of(Use.SIGNATURE) : Optional.empty();
            }
            boolean connects = !usage[NON_REPUDIATION]
                    && Set.copyOf(purposes)
                            .equals(Set.of(
                                    KeyPurposeId.id_kp_serverAuth.getId(), KeyPurposeId.id_kp_clientAuth.getId()));
            return connects ? Optional.of(Use.TRANSPORT) : Optional.empty();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
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
