package org.quanlian.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.outbound.Telling.Told;
import org.quanlian.exchange.partner.Introductions;
import org.quanlian.exchange.partner.OwnDescriptor;
import org.quanlian.exchange.terms.TermsExchange;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;

/** A newer file of a partner that comes as a message (伙伴文件更新): what is said is the file itself, signatures and all. */
public final class DescriptorNews implements Applier {
    /** What such messages say. */
    public static final MessageType TYPE = new MessageType(DataClass.AGREEMENT, "descriptor", 1);

    private static final String SUBJECT = "descriptor";
    private static final JsonMapper TREES = new JsonMapper();

    private final Introductions introductions;

    /** @param introductions renews what is known */
    public DescriptorNews(Introductions introductions) {
        this.introductions = introductions;
    }

    /** What partners are told of this node's file. */
    public static Told told(OwnDescriptor.Made made) {
        try {
            JsonNode file = TREES.readTree(made.bytes());
            return new Told(TYPE, SUBJECT, Optional.empty(), (ObjectNode) file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was made is JSON", e);
        }
    }

    @Override
    public DataClass dataClass() {
        return DataClass.AGREEMENT;
    }

    @Override
    public void apply(Session session, Message message) {
        if (message.type().equals(TermsExchange.TYPE)) {
            TermsExchange.apply(session, message);
            return;
        }
        if (!message.type().equals(TYPE)) {
            throw new RefusedMessageException(Refusals.lasting("message.attribute", "type"));
        }
        try {
            // Canonical JSON has one writing, so these are the bytes of the file.
            introductions.renew(session.exchange().partners(), message.source(), CanonicalJson.write(message.data()));
        } catch (RefusedException e) {
            throw new RefusedMessageException(new Refusal(e.code(), e.text(), true), e);
        }
    }
}
