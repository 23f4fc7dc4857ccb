package org.quanlian.exchange.duplicates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ItemSource;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.orders.Activity;

/**
 * Tells the fingerprints of the invoices that claims hold, and since when. Each partner is told them under the secret that
 * is shared with it, so that two partners can't compare what they were told.
 */
public final class DuplicateSource implements ItemSource {
    /** Kind of the items; their key is the fingerprint. */
    public static final String INVOICE = "invoice";

    private final SharedSecrets secrets;
    private final Matches matches;

    /**
     * @param secrets what is shared with each partner
     * @param matches finds what partners hold too
     */
    public DuplicateSource(SharedSecrets secrets, Matches matches) {
        this.secrets = secrets;
        this.matches = matches;
    }

    @Override
    public DataClass dataClass() {
        return DataClass.DUPLICATES;
    }

    @Override
    public ChangeNotes.Kind notes() {
        return ChangeNotes.Kind.CLAIM;
    }

    @Override
    public boolean perPartner() {
        return true;
    }

    @Override
    public List<ReplicaItem> items(Session session, Id<?> subject, Optional<NodeName> partner, Instant at) {
        NodeName to = partner.orElseThrow();
        Optional<byte[]> secret = secrets.with(session, to);
        Optional<VoucherClaim> claim = session.claims().lock(new Id<>(subject.value()));
        if (secret.isEmpty() || claim.isEmpty()) {
            return List.of();
        }
        Fingerprints fingerprints = new Fingerprints(secret.get());
        Instant since = claim.get()
                .filing()
                .map(filing -> filing.at().truncatedTo(ChronoUnit.MILLIS))
                .orElse(at);
        List<ReplicaItem> items = new ArrayList<>();
        for (Activity held : session.orders().heldBy(claim.get().id())) {
            if (held.kind() == Activity.Kind.INVOICE) {
                ReplicaItem item = ReplicaItems.of(
                        INVOICE,
                        fingerprints.of(held.key()),
                        JsonNodeFactory.instance.objectNode().put("since", Milliseconds.write(since)),
                        subject.value(),
                        at);
                matches.held(session, to, item, held.written());
                items.add(item);
            }
        }
        return items;
    }
}
