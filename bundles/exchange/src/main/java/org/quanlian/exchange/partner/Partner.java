package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.ChinaTime;

/**
 * Another province with which messages are exchanged (互通伙伴).
 *
 * @param node its name
 * @param endpoint where it takes messages
 * @param certificates with what it signs
 * @param agreement what was agreed
 */
public record Partner(NodeName node, Endpoint endpoint, List<KnownCertificate> certificates, Agreement agreement) {
    public Partner {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(endpoint, "endpoint");
        certificates = List.copyOf(certificates);
        Objects.requireNonNull(agreement, "agreement");
    }

    /** The certificates that are believed at a time. */
    public List<X509Certificate> believedAt(Instant at) {
        return certificates.stream()
                .filter(each -> each.believedAt(at))
                .map(KnownCertificate::certificate)
                .toList();
    }

    /** Whether the agreement holds at a time. */
    public boolean agreedAt(Instant at) {
        return agreement.validity().contains(ChinaTime.dateOf(at));
    }

    /** Whether messages of a class are taken from it. */
    public boolean mayTell(DataClass dataClass) {
        return agreement.receive().contains(dataClass);
    }
}
