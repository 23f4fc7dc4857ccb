package org.quanlian.exchange.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.CanonicalReader;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.SignatureVerifier;

/**
 * Bytes and the detached signature over them in one body (信封): canonical JSON with two members in base 64, {@code
 * {"message":…,"signature":…}} there and {@code {"receipt":…,"signature":…}} back. The envelope itself is signed by nobody.
 */
final class Envelope {
    private static final int MEMBERS = 64;
    /** The most bytes of an envelope with a message. */
    static final int MAX_MESSAGE = base64(MessageFormat.MAX_BYTES) + base64(SignatureVerifier.MAX_BYTES) + MEMBERS;
    /** The most bytes of an envelope with a receipt. */
    static final int MAX_RECEIPT = base64(ReceiptFormat.MAX_BYTES) + base64(SignatureVerifier.MAX_BYTES) + MEMBERS;

    private static final String MESSAGE = "message";
    private static final String RECEIPT = "receipt";
    private static final String SIGNATURE = "signature";
    private static final CanonicalReader MESSAGES = new CanonicalReader(MAX_MESSAGE, MAX_MESSAGE);
    private static final CanonicalReader RECEIPTS = new CanonicalReader(MAX_RECEIPT, MAX_RECEIPT);

    private Envelope() {}

    static byte[] of(Arrived message) {
        return write(MESSAGE, message.message(), message.signature());
    }

    static byte[] of(Answer answer) {
        return write(RECEIPT, answer.receipt(), answer.signature());
    }

    /** @throws RefusedMessageException {@code json.…} or {@code envelope.member} naming the member that is wrong */
    static Arrived message(byte[] envelope) {
        ObjectNode json = MESSAGES.read(envelope);
        requireTwo(json);
        return new Arrived(bytes(json, MESSAGE), bytes(json, SIGNATURE));
    }

    /** @throws RefusedMessageException {@code json.…} or {@code envelope.member} naming the member that is wrong */
    static Answer answer(byte[] envelope) {
        ObjectNode json = RECEIPTS.read(envelope);
        requireTwo(json);
        return new Answer(bytes(json, RECEIPT), bytes(json, SIGNATURE));
    }

    private static byte[] write(String name, byte[] bytes, byte[] signature) {
        Base64.Encoder encoder = Base64.getEncoder();
        return CanonicalJson.write(JsonNodeFactory.instance
                .objectNode()
                .put(name, encoder.encodeToString(bytes))
                .put(SIGNATURE, encoder.encodeToString(signature)));
    }

    private static void requireTwo(ObjectNode json) {
        if (json.size() != 2) {
            throw new RefusedMessageException(Refusals.lasting("envelope.member", "?"));
        }
    }

    private static byte[] bytes(ObjectNode json, String name) {
        JsonNode member = json.path(name);
        if (member.isTextual()) {
            try {
                return Base64.getDecoder().decode(member.textValue());
            } catch (IllegalArgumentException e) {
                throw new RefusedMessageException(Refusals.lasting("envelope.member", name), e);
            }
        }
        throw new RefusedMessageException(Refusals.lasting("envelope.member", name));
    }

    private static int base64(int bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
