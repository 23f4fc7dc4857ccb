package org.quanlian.exchange.inbound;

import java.util.Optional;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.Inbox;

/** What the node remembers, in a transaction of the store. */
final class SessionRecords implements InboundRecords {
    private final Session session;

    SessionRecords(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Partner> partner(NodeName node) {
        return PartnerBook.find(session.exchange().partners(), node);
    }

    @Override
    public Optional<Known> known(Message message) {
        Inbox inbox = session.exchange().inbox();
        inbox.begin(message.source().province(), message.subject());
        return inbox.find(message.source().province(), new Id<>(message.id().value()))
                .map(kept -> new Known(
                        kept.digest(),
                        inbox.evidence(kept.source(), kept.id())
                                .flatMap(signed -> signed.answer())
                                .map(SignedTexts::answer)
                                .orElseThrow()));
    }

    @Override
    public long lastSequence(NodeName source, String subject) {
        return session.exchange().inbox().lastSequence(source.province(), subject);
    }
}
