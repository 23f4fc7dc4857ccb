package org.quanlian.exchange.partner;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.Partners;

/** The partners that are kept, as the exchange knows them. */
public final class PartnerBook {
    private PartnerBook() {}

    /** A partner that is one still. */
    public static Optional<Partner> find(Partners kept, NodeName node) {
        return kept.find(node.province()).filter(PartnerRecord::active).map(record -> partner(kept, record));
    }

    /** All partners that are ones still, by their provinces. */
    public static List<Partner> active(Partners kept) {
        return kept.all().stream()
                .filter(PartnerRecord::active)
                .map(record -> partner(kept, record))
                .toList();
    }

    /** The certificates of partners that are believed on connections at a time, their own periods included. */
    public static List<Pin> connections(Partners kept, Instant at) {
        List<Pin> pins = new ArrayList<>();
        for (PartnerRecord record : kept.all()) {
            if (record.active()) {
                for (PartnerCertificate each : kept.certificates(record.province())) {
                    X509Certificate certificate = read(each);
                    if (each.use() == PartnerCertificate.Use.TRANSPORT
                            && each.believedAt(at)
                            && Certificates.isGood(certificate, at)) {
                        pins.add(new Pin(new NodeName(record.province()), certificate));
                    }
                }
            }
        }
        return List.copyOf(pins);
    }

    private static Partner partner(Partners kept, PartnerRecord record) {
        List<KnownCertificate> signing = new ArrayList<>();
        for (PartnerCertificate each : kept.certificates(record.province())) {
            if (each.use() == PartnerCertificate.Use.SIGNATURE) {
                signing.add(new KnownCertificate(read(each), each.revokedAt()));
            }
        }
        return new Partner(
                new NodeName(record.province()),
                Endpoint.parse(record.endpoint()),
                signing,
                new Agreement(record.validity(), classes(record.receive()), classes(record.send())));
    }

    /** Classes that a later version of this node knew, and this one does not, are not exchanged. */
    static Set<DataClass> classes(SortedSet<String> codes) {
        return codes.stream().flatMap(code -> DataClass.of(code).stream()).collect(Collectors.toSet());
    }

    static X509Certificate read(PartnerCertificate kept) {
        try {
            return Certificates.read(kept.pem());
        } catch (CertificateException e) {
            throw new IllegalStateException("the certificate " + kept.fingerprint() + " is kept broken", e);
        }
    }
}
