package org.quanlian.exchange.duplicates;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.exchange.replica.PartnerReplicas.ItemListener;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.DuplicateSuspicion;
import org.quanlian.vouchers.exchange.DuplicateSuspicion.State;
import org.quanlian.vouchers.exchange.DuplicateTexts;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.orders.Activity;

/**
 * Finds the invoices that both this province and a partner hold (重复比对), whoever told first, and tells the sharing centre.
 */
public final class Matches implements ItemListener {
    private static final String CODE = "duplicate.member";

    private final NodeName self;
    private final Clock clock;
    private final Ids ids;
    private final SharedSecrets secrets;

    /**
     * @param self this node
     * @param clock tells when something was found
     * @param ids names suspicions
     * @param secrets what is shared with each partner
     */
    public Matches(NodeName self, Clock clock, Ids ids, SharedSecrets secrets) {
        this.self = self;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
    }

    /** A claim here holds an invoice: does the partner hold it too? */
    void held(Session session, NodeName partner, ReplicaItem own, String invoice) {
        // Whoever holds it, or hears of it, at the same time, waits here, and then sees it.
        session.exchange().replicas().lock(toldBy(partner));
        session.exchange()
                .replicas()
                .find(toldBy(partner), own.name())
                .ifPresent(theirs -> suspect(session, partner, new Id<>(own.origin()), invoice, theirs));
    }

    @Override
    public void kept(Session session, NodeName owner, ReplicaItem item) {
        StrictObject content = StrictObject.of(ReplicaItems.content(item), CODE, Set.of("since"), Set.of());
        content.require("kind", item.kind().equals(DuplicateSource.INVOICE));
        content.text("since", Milliseconds::read);
        session.exchange().replicas().lock(toldTo(owner));
        session.exchange().replicas().find(toldTo(owner), item.name()).ifPresent(own -> {
            Id<VoucherClaim> claim = new Id<>(own.origin());
            suspect(session, owner, claim, written(session, owner, claim, item.key()), item);
        });
    }

    @Override
    public void gone(Session session, NodeName owner, ReplicaItem.Name name) {
        session.exchange().duplicates().gone(owner.province(), name.key());
    }

    private void suspect(
            Session session, NodeName partner, Id<VoucherClaim> claim, String invoice, ReplicaItem theirs) {
        Instant now = clock.instant();
        DuplicateSuspicion suspicion = new DuplicateSuspicion(
                ids.next(),
                partner.province(),
                theirs.key(),
                claim,
                invoice,
                now,
                Milliseconds.read(ReplicaItems.content(theirs).path("since").asText()),
                State.OPEN,
                Optional.empty());
        if (session.exchange().duplicates().report(suspicion)) {
            session.notifications()
                    .tell(
                            Office.of(Role.SHARING_CENTRE),
                            new Notification(
                                    "duplicate.found",
                                    "/api/v1/exchange/duplicates/" + suspicion.id(),
                                    DuplicateTexts.found(suspicion),
                                    now));
        }
    }

    /** How the claim here writes the invoice that has a fingerprint. */
    private String written(Session session, NodeName partner, Id<VoucherClaim> claim, String fingerprint) {
        Fingerprints fingerprints =
                new Fingerprints(secrets.with(session, partner).orElseThrow());
        return session.orders().heldBy(claim).stream()
                .filter(held -> held.kind() == Activity.Kind.INVOICE
                        && fingerprints.of(held.key()).equals(fingerprint))
                .map(Activity::written)
                .findFirst()
                .orElse("");
    }

    private ReplicaName toldBy(NodeName partner) {
        return new ReplicaName(partner.province(), self.province(), DataClass.DUPLICATES.code());
    }

    private ReplicaName toldTo(NodeName partner) {
        return new ReplicaName(self.province(), partner.province(), DataClass.DUPLICATES.code());
    }
}
