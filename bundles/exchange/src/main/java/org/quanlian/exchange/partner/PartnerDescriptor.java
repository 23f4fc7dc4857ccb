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
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;

/**
 * What a node says of itself to those who want to exchange with it (伙伴文件的内容).
 *
 * @param node its name
 * @param name what people call it, in both languages; at most {@value #MAX_NAME} characters each
 * @param endpoint where it takes messages
 * @param certificates with what it signs, of one profile or of both; two of a profile while a key is rotated
 * @param tells the classes of data that it would tell
 * @param takes the classes of data that it would take
 * @param madeAt when it was made, to the millisecond
 */
public record PartnerDescriptor(
        NodeName node,
        LocalizedText name,
        Endpoint endpoint,
        List<X509Certificate> certificates,
        Set<DataClass> tells,
        Set<DataClass> takes,
        Instant madeAt) {
    /** How long a name may be. */
    public static final int MAX_NAME = 100;
    /** How many certificates there may be. */
    public static final int MAX_CERTIFICATES = 4;

    /**
     * @throws InvalidValueException {@code descriptor.name}, or {@code descriptor.certificates} when there are none, too
     *     many, or one that is not this node's
     */
    public PartnerDescriptor {
        Objects.requireNonNull(endpoint, "endpoint");
        if (!isName(name.zh()) || !isName(name.en())) {
            throw new InvalidValueException("descriptor.name", "a name has 1 to 100 characters in each language");
        }
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()
                || certificates.size() > MAX_CERTIFICATES
                || !certificates.stream().allMatch(each -> isOf(each, node))) {
            throw new InvalidValueException(
                    "descriptor.certificates", "the certificates are those of the node, 1 to 4");
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

    private static boolean isOf(X509Certificate certificate, NodeName node) {
        return Certificates.nodeOf(certificate).filter(node::equals).isPresent()
                && Certificates.profileOf(certificate).isPresent();
    }
}
