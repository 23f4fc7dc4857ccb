package org.quanlian.exchange.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.exchange.replica.Announcer;
import org.quanlian.model.DateRange;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.SyncState;
import org.quanlian.vouchers.exchange.ToldTerms;

/**
 * Tells each partner what this node has written down of the agreement with it, again whenever that changes, and keeps what
 * the partner says. What differs is shown to people; each side goes on by its own record.
 */
public final class TermsExchange {
    /** What such messages say. */
    public static final MessageType TYPE = new MessageType(DataClass.AGREEMENT, "terms", 1);

    private static final String SUBJECT = "terms";

    private static final String CODE = "terms.member";
    private static final int MAX_CLASSES = 20;
    private static final int MAX_CODE = 20;

    private final NodeName self;
    private final Store store;
    private final Announcer announcer;

    /**
     * @param self this node
     * @param announcer tells partners
     */
    public TermsExchange(NodeName self, Store store, Announcer announcer) {
        this.self = self;
        this.store = store;
        this.announcer = announcer;
    }

    /** Tells those partners that were not told what is written down now. */
    public void round() {
        List<NodeName> partners = store.read(session -> announcer.audience(session, DataClass.AGREEMENT));
        for (NodeName partner : partners) {
            boolean behind = store.read(session -> isBehind(session, partner));
            if (behind) {
                store.write(session -> {
                    tell(session, partner);
                    return true;
                });
            }
        }
    }

    private boolean isBehind(Session session, NodeName partner) {
        String version = session.exchange()
                .partners()
                .find(partner.province())
                .map(record -> Long.toString(record.version()))
                .orElse("");
        return session.exchange()
                .replicas()
                .state(told(partner))
                .filter(state -> state.cursor().equals(version))
                .isEmpty();
    }

    private void tell(Session session, NodeName partner) {
        SyncState state = session.exchange().replicas().lock(told(partner));
        PartnerRecord record =
                session.exchange().partners().find(partner.province()).orElseThrow();
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("from", record.validity().from().toString())
                .put("until", record.validity().until().toString());
        write(data.putArray("receive"), record.receive());
        write(data.putArray("send"), record.send());
        announcer.tell(session, partner, TYPE, SUBJECT, data);
        session.exchange().replicas().update(told(partner), state.told(Long.toString(record.version())));
    }

    /**
     * Keeps what a partner says.
     *
     * @throws org.quanlian.exchange.RefusedMessageException {@code terms.member}
     */
    public static void apply(Session session, Message message) {
        StrictObject data = StrictObject.of(message.data(), CODE, Set.of("from", "until", "receive", "send"), Set.of());
        LocalDate from = data.text("from", TermsExchange::day);
        LocalDate until = data.text("until", TermsExchange::day);
        data.require("until", !until.isBefore(from));
        session.exchange()
                .partners()
                .put(new ToldTerms(
                        message.source().province(),
                        new DateRange(from, until),
                        classes(data, "receive"),
                        classes(data, "send"),
                        message.time()));
    }

    private static SortedSet<String> classes(StrictObject data, String name) {
        List<String> codes = data.list(name, MAX_CLASSES, JsonNode::asText);
        codes.forEach(code -> data.require(name, code.matches("[a-z]{1," + MAX_CODE + "}")));
        return new TreeSet<>(codes);
    }

    private static void write(ArrayNode array, SortedSet<String> codes) {
        codes.forEach(array::add);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("date.format", "a date is such as 2025-07-01");
        }
    }

    /** Under this name stands which version of the record the partner was told. */
    private ReplicaName told(NodeName partner) {
        return new ReplicaName(self.province(), partner.province(), DataClass.AGREEMENT.code());
    }
}
