package org.quanlian.exchange.replica;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.vouchers.Session;

/** Tells partners by the outbox. */
public final class TellingAnnouncer implements Announcer {
    private final Telling telling;
    private final Clock clock;

    /**
     * @param telling owes partners messages
     * @param clock tells which agreements hold
     */
    public TellingAnnouncer(Telling telling, Clock clock) {
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public List<NodeName> audience(Session session, DataClass dataClass) {
        Instant now = clock.instant();
        return PartnerBook.active(session.exchange().partners()).stream()
                .filter(partner ->
                        partner.agreedAt(now) && partner.agreement().send().contains(dataClass))
                .map(Partner::node)
                .toList();
    }

    @Override
    public void tell(Session session, NodeName partner, MessageType type, String subject, ObjectNode data) {
        // Whom nothing may be told any more is told nothing; when it may be again, comparing finds what is missing.
        Optional<?> unused = telling.tell(session, partner, new Telling.Told(type, subject, Optional.empty(), data));
    }

    @Override
    public long waiting(Session session, NodeName partner, String subject) {
        return session.exchange().outbox().waiting(partner.province(), subject);
    }
}
