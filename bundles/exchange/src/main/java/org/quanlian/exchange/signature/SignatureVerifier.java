package org.quanlian.exchange.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;

/**
 * Verifies what {@link MessageSigner} makes. Whom to believe is decided by the certificates that are given; those in a
 * signature are not believed, nor is anybody who issued them.
 */
public final class SignatureVerifier {
    /** The most bytes of a signature. */
    public static final int MAX_BYTES = 16 * 1024;

    private SignatureVerifier() {}

    /**
     * Whose signature it is, and when it was made.
     *
     * @param bytes what was signed
     * @param signature the detached signature, in DER
     * @param trusted the certificates of which one must have signed
     * @param now the certificate must be good now, as well as when it signed
     * @throws RefusedMessageException {@code signature.format} when it is no detached CMS signature of one signer as
     *     this system makes them, {@code signature.unknown} when none of the certificates made it, {@code
     *     signature.validity} when that one is not good, {@code signature.wrong} when it is for other bytes
     */
    public static Verified verify(byte[] bytes, byte[] signature, Collection<X509Certificate> trusted, Instant now) {
        return telling(() -> {
            Verified verified = verified(bytes, signature, trusted);
            requireGood(verified.certificate(), now);
            return verified;
        });
    }

    /**
     * The same for evidence: the certificate must have been good when it signed, and may have ended since.
     *
     * @throws RefusedMessageException as {@link #verify}
     */
    public static Verified verifyAsSigned(byte[] bytes, byte[] signature, Collection<X509Certificate> trusted) {
        return telling(() -> verified(bytes, signature, trusted));
    }

    private static Verified telling(Supplier<Verified> verifying) {
        try {
            return verifying.get();
        } catch (RefusedMessageException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle reads structures late, and tells broken ones by whatever it stumbles over.
            throw new RefusedMessageException(Refusals.lasting("signature.format"), e);
        }
    }

    private static Verified verified(byte[] bytes, byte[] signature, Collection<X509Certificate> trusted) {
        SignerInformation signer = onlySigner(bytes, signature);
        X509Certificate certificate = trusted.stream()
                .filter(each -> made(signer, each))
                .findFirst()
                .orElseThrow(() -> refused("signature.unknown"));
        Profile profile = Certificates.profileOf(certificate).orElseThrow(() -> refused("signature.unknown"));
        requireAlgorithms(signer, profile);
        requireOwnName(signer, certificate);
        Instant signedAt = signingTime(signer);
        requireGood(certificate, signedAt);
        if (!isRight(signer, certificate)) {
            throw refused("signature.wrong");
        }
        return new Verified(profile, certificate, signedAt);
    }

    private static SignerInformation onlySigner(byte[] bytes, byte[] signature) {
        if (signature.length > MAX_BYTES) {
            throw refused("signature.format");
        }
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(bytes), signature);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            boolean plain = signed.isDetachedSignature()
                    && signers.size() == 1
                    && CMSObjectIdentifiers.data.getId().equals(signed.getSignedContentTypeOID())
                    // One signature, one writing: what could be written otherwise could pass for another.
                    && Arrays.equals(signed.toASN1Structure().getEncoded("DER"), signature);
            if (plain) {
                return signers.iterator().next();
            }
        } catch (CMSException | IOException e) {
            throw new RefusedMessageException(Refusals.lasting("signature.format"), e);
        }
        throw refused("signature.format");
    }

    @SuppressWarnings("unchecked") // Bouncy Castle declares the identifier raw.
    private static boolean made(SignerInformation signer, X509Certificate certificate) {
        try {
            return ((Selector<Object>) (Selector<?>) signer.getSID()).match(new JcaX509CertificateHolder(certificate));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a trusted certificate has no bytes", e);
        }
    }

    private static void requireAlgorithms(SignerInformation signer, Profile profile) {
        boolean right = profile.digestOid().equals(signer.getDigestAlgOID())
                && profile.signatureOid().equals(signer.getEncryptionAlgOID());
        if (!right) {
            throw refused("signature.format");
        }
    }

    /** The certificate is named by its digest among what is signed. */
    private static void requireOwnName(SignerInformation signer, X509Certificate certificate) {
        try {
            SigningCertificateV2 named = SigningCertificateV2.getInstance(
                    signedAttribute(signer, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
            ESSCertIDv2 first = named.getCerts()[0];
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            boolean same = first.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                    && MessageDigest.isEqual(first.getCertHash(), digest);
            if (!same) {
                throw refused("signature.unknown");
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a trusted certificate has no bytes", e);
        }
    }

    private static Instant signingTime(SignerInformation signer) {
        return Time.getInstance(signedAttribute(signer, CMSAttributes.signingTime))
                .getDate()
                .toInstant();
    }

    private static ASN1Encodable signedAttribute(SignerInformation signer, ASN1ObjectIdentifier name) {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute attribute = attributes == null ? null : attributes.get(name);
        if (attribute == null
                || attribute.getAttrValues().size() != 1
                || attributes.getAll(name).size() != 1) {
            throw refused("signature.format");
        }
        return attribute.getAttrValues().getObjectAt(0);
    }

    private static void requireGood(X509Certificate certificate, Instant at) {
        if (!Certificates.isGood(certificate, at)) {
            throw refused(
                    "signature.validity",
                    Certificates.fingerprint(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    private static boolean isRight(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Algorithms.PROVIDER)
                    .build(certificate));
        } catch (CMSException e) {
            // Also how Bouncy Castle says that the digest is another one.
            return false;
        } catch (OperatorCreationException e) {
            throw new AssertionError("the provider can't verify " + certificate.getSigAlgName(), e);
        }
    }

    private static RefusedMessageException refused(String code, Object... arguments) {
        Refusal refusal = Refusals.lasting(code, arguments);
        return new RefusedMessageException(refusal);
    }
}
