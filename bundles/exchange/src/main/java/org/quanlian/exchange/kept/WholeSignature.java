package org.quanlian.exchange.kept;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;

/**
 * Sees that nothing of a signature is other than its signer made it. Much of a CMS structure is not covered by the signature
 * in it: the certificates that lie beside it, for example. What was damaged there would still verify, be receipted by a digest
 * that the sender does not know, and be evidence that other tools can't read.
 */
public final class WholeSignature {
    private WholeSignature() {}

    /**
     * Requires it of a signature that was verified.
     *
     * @param certificate with what it was verified
     * @throws RefusedMessageException {@code signature.format}
     */
    public static void require(byte[] signature, X509Certificate certificate) {
        try {
            CMSSignedData signed = new CMSSignedData(signature);
            for (SignerInformation signer : signed.getSignerInfos()) {
                requirePlain(signer.toASN1Structure().getDigestAlgorithm());
                requirePlain(signer.toASN1Structure().getDigestEncryptionAlgorithm());
                // Version 1 names the certificate by its issuer and number, as ours are.
                if (signer.getVersion() != 1 || signer.getUnsignedAttributes() != null) {
                    throw refused(null);
                }
            }
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSigners(signed.getSignerInfos());
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            byte[] made = generator.generate(new CMSAbsentContent(), false).getEncoded("DER");
            if (!Arrays.equals(made, signature)) {
                throw refused(null);
            }
        } catch (CMSException | IOException | GeneralSecurityException e) {
            throw refused(e);
        }
    }

    private static void requirePlain(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        if (parameters != null && !DERNull.INSTANCE.equals(parameters)) {
            throw refused(null);
        }
    }

    private static RefusedMessageException refused(Exception cause) {
        return new RefusedMessageException(Refusals.lasting("signature.format"), cause);
    }
}
