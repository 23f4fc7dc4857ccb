package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.keys.AgreementPublicKey;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/**
 * What a node says of itself to those who want to exchange with it (伙伴文件的内容).
 *
 * @param node its name
 * @param name what people call it, in both languages; at most {@value #MAX_NAME} characters each
 * @param endpoint where it takes messages
 * @param certificates with what it signs, of one profile or of both; two of a profile while a key is rotated
 * @param transport with what it connects and is connected to; two while a key is rotated
 * @param agreementKey by what others agree with it on secrets
 * @param tells the classes of data that it would tell
 * @param takes the classes of data that it would take
 * @param madeAt when it was made, to the millisecond
 */
public record PartnerDescriptor(
        NodeName node,
        LocalizedText name,
        Endpoint endpoint,
        List<X509Certificate> certificates,
        List<X509Certificate> transport,
        AgreementPublicKey agreementKey,
        Set<DataClass> tells,
        Set<DataClass> takes,
        Instant madeAt) {
    /** How long a name may be. */
    public static final int MAX_NAME = 100;
    /** How many certificates there may be. */
    public static final int MAX_CERTIFICATES = 4;
    /** How many of them for connections. */
    public static final int MAX_TRANSPORT = 2;

    /**
     * @throws InvalidValueException {@code descriptor.name}, or {@code descriptor.certificates} or {@code
     *     descriptor.transport} when there are none, too many, or one that is not this node's or for another use
     */
    public PartnerDescriptor {
        Objects.requireNonNull(endpoint, "endpoint");
        if (!isName(name.zh()) || !isName(name.en())) {
            throw new InvalidValueException("descriptor.name", "a name has 1 to 100 characters in each language");
        }
        Objects.requireNonNull(agreementKey, "agreementKey");
        certificates = List.copyOf(certificates);
        if (!areOf(certificates, MAX_CERTIFICATES, Use.SIGNATURE, node)) {
            throw new InvalidValueException(
                    "descriptor.certificates", "the certificates are those of the node for signatures, 1 to 4");
        }
        transport = List.copyOf(transport);
        if (!areOf(transport, MAX_TRANSPORT, Use.TRANSPORT, node)) {
            throw new InvalidValueException(
                    "descriptor.transport", "the certificates are those of the node for connections, 1 or 2");
        }
        tells = Set.copyOf(tells);
        takes = Set.copyOf(takes);
        if (!Milliseconds.isWhole(madeAt)) {
            throw new InvalidValueException("descriptor.time", "its time is to the millisecond");
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= MAX_NAME;
    }

    private static boolean areOf(List<X509Certificate> certificates, int most, Use use, NodeName node) {
        return !certificates.isEmpty()
                && certificates.size() <= most
                && Set.copyOf(certificates).size() == certificates.size()
                && certificates.stream().allMatch(each -> isOf(each, use, node));
    }

    private static boolean isOf(X509Certificate certificate, Use use, NodeName node) {
        return Certificates.nodeOf(certificate).filter(node::equals).isPresent()
                && Certificates.useOf(certificate).filter(use::equals).isPresent()
                && Certificates.profileOf(certificate)
                        .filter(profile -> use == Use.SIGNATURE || profile == Profile.INTL)
                        .isPresent();
    }
}
