package org.quanlian.exchange.internal.data;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanlian.exchange.duplicates.SharedSecrets;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.keys.AgreementKey;
import org.quanlian.keys.AgreementPublicKey;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secrets that follow from this node's key and those that partners show; both sides come to the same. */
public final class PairSecrets implements SharedSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(PairSecrets.class);
    private static final String PURPOSE = "quanlian duplicates 1";
    private static final int BYTES = 32;

    private final NodeName self;
    private final Supplier<AgreementKey> own;

    /**
     * @param self this node
     * @param own its key
     */
    public PairSecrets(NodeName self, Supplier<AgreementKey> own) {
        this.self = self;
        this.own = own;
    }

    @Override
    public Optional<byte[]> with(Session session, NodeName partner) {
        return session.exchange()
                .partners()
                .find(partner.province())
                .filter(PartnerRecord::active)
                .flatMap(record -> secret(partner, record.agreementKey()));
    }

    private Optional<byte[]> secret(NodeName partner, String shown) {
        AgreementPublicKey other = AgreementPublicKey.parse(shown);
        AgreementKey mine = own.get();
        if (other.algorithm() != mine.algorithm()) {
            LOG.warn(
                    "no fingerprints are told to {}: its key agrees by {}, ours by {}",
                    partner,
                    other.algorithm().label(),
                    mine.algorithm().label());
            return Optional.empty();
        }
        String pair = Stream.of(self, partner).map(NodeName::toString).sorted().collect(Collectors.joining(" "));
        return Optional.of(mine.secretWith(other, (PURPOSE + " " + pair).getBytes(StandardCharsets.UTF_8), BYTES));
    }
}
