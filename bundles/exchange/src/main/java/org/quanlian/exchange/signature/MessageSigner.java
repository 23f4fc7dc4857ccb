package org.quanlian.exchange.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs bytes: a detached CMS signature (RFC 5652) in DER, with the certificate in it, the time of signing, and the
 * digest of the certificate among what is signed (RFC 5035), so that no other certificate of the same key can be put in
 * its place.
 */
public final class MessageSigner {
    private final SigningIdentity identity;
    private final Clock clock;

    /**
     * @param identity with what is signed
     * @param clock tells the time of signing
     */
    public MessageSigner(SigningIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** With what is signed. */
    public SigningIdentity identity() {
        return identity;
    }

    /** The signature over bytes; they are not in it. */
    public byte[] sign(byte[] bytes) {
        Profile profile = identity.profile();
        try {
            var signerInfo = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Algorithms.PROVIDER)
                            .build())
                    .setSignedAttributeGenerator(signedAttributes())
                    .build(
                            new JcaContentSignerBuilder(profile.signatureName())
                                    .setProvider(Algorithms.PROVIDER)
                                    .build(identity.key()),
                            identity.certificate());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo);
            generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
            return generator.generate(new CMSProcessableByteArray(bytes), false).getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the node can't sign with its key", e);
        }
    }

    private CMSAttributeTableGenerator signedAttributes() throws GeneralSecurityException {
        byte[] certificate = MessageDigest.getInstance("SHA-256")
                .digest(identity.certificate().getEncoded());
        ASN1EncodableVector added = new ASN1EncodableVector();
        added.add(attribute(CMSAttributes.signingTime, new Time(Date.from(clock.instant()))));
        added.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(certificate))));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(added));
    }

    private static Attribute attribute(ASN1ObjectIdentifier name, ASN1Encodable value) {
        return new Attribute(name, new DERSet(value));
    }
}
