package org.quanlian.exchange.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxMessage;

/**
 * Tells partners something (告知): the messages are born in the transaction that caused them, so that what was rolled back was
 * never told, and what was committed will be.
 */
public final class Telling {
    private final NodeName self;
    private final Clock clock;
    private final Ids ids;
    private final Expiries expiries;

    /**
     * @param self the name of this node
     * @param clock tells the time
     * @param ids names messages
     * @param expiries how long messages are good
     */
    public Telling(NodeName self, Clock clock, Ids ids, Expiries expiries) {
        this.self = self;
        this.clock = clock;
        this.ids = ids;
        this.expiries = expiries;
    }

    /**
     * Tells something to every partner whose agreement holds today and lets it be told this class.
     *
     * @param session the transaction that caused it
     * @return the messages, one for each partner
     * @throws org.quanlian.exchange.RefusedMessageException when no partner could read it: too big, too deep, or no canonical
     *     JSON
     */
    public List<Id<Message>> tellAll(Session session, Told told) {
        Instant now = now();
        List<Id<Message>> messages = new ArrayList<>();
        for (Partner partner : PartnerBook.active(session.exchange().partners())) {
            if (mayBeTold(partner, told.type(), now)) {
                messages.add(born(session, partner.node(), told, now));
            }
        }
        return List.copyOf(messages);
    }

    /**
     * Tells something to one partner, if its agreement holds today and lets it be told this class.
     *
     * @return the message; empty when the partner must not be told
     * @throws org.quanlian.exchange.RefusedMessageException see {@link #tellAll}
     */
    public Optional<Id<Message>> tell(Session session, NodeName node, Told told) {
        Instant now = now();
        return PartnerBook.find(session.exchange().partners(), node)
                .filter(partner -> mayBeTold(partner, told.type(), now))
                .map(partner -> born(session, node, told, now));
    }

    /**
     * Tells a partner anew what it refused, under a new name and with new times.
     *
     * @return the new message; empty when there is no such refused message, it was told anew before, the partner was told
     *     something later about the same subject, or must not be told
     */
    public Optional<Id<Message>> tellAnew(Session session, Id<Message> refused) {
        Id<OutboxMessage> id = new Id<>(refused.value());
        Optional<OutboxEntry> entry =
                session.exchange().outbox().find(id).filter(found -> found.state() == OutboxEntry.State.REFUSED);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Message message = MessageFormat.read(SignedTexts.message(
                        session.exchange().outbox().evidence(id).orElseThrow().message())
                .message());
        Instant now = now();
        boolean allowed = PartnerBook.find(session.exchange().partners(), message.recipient())
                .filter(partner -> mayBeTold(partner, message.type(), now))
                .isPresent();
        OutboxMessage successor = row(
                message.recipient(),
                new Told(message.type(), message.subject(), message.traceParent(), message.data()),
                now);
        return allowed && session.exchange().outbox().replace(id, successor)
                ? Optional.of(new Id<>(successor.id().value()))
                : Optional.empty();
    }

    private static boolean mayBeTold(Partner partner, MessageType type, Instant now) {
        return partner.agreedAt(now) && partner.agreement().send().contains(type.dataClass());
    }

    private Id<Message> born(Session session, NodeName recipient, Told told, Instant now) {
        OutboxMessage row = row(recipient, told, now);
        session.exchange().outbox().add(row);
        return new Id<>(row.id().value());
    }

    private OutboxMessage row(NodeName recipient, Told told, Instant now) {
        Message message = new Message(
                ids.next(),
                self,
                recipient,
                told.type(),
                told.subject(),
                CanonicalJson.MAX_INTEGER,
                now,
                now.plus(expiries.of(told.type().dataClass())),
                told.traceParent(),
                told.data());
        // What could not be read would be refused for ever, long after whoever caused it has gone.
        MessageFormat.read(MessageFormat.write(message));
        return new OutboxMessage(
                new Id<>(message.id().value()),
                recipient.province(),
                message.type().toString(),
                message.subject(),
                message.time(),
                message.expires(),
                message.traceParent(),
                new String(CanonicalJson.write(told.data()), StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What is told.
     *
     * @param type what it says
     * @param subject what it is about, see {@link Message#isSubject}
     * @param traceParent the trace that it belongs to
     * @param data what it says, as {@link Message} takes it
     */
    public record Told(MessageType type, String subject, Optional<String> traceParent, ObjectNode data) {
        public Told {
            data = data.deepCopy();
        }

        /** What it says; a copy. */
        @Override
        public ObjectNode data() {
            return data.deepCopy();
        }
    }
}
