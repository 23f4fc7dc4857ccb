package org.quanlian.exchange.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;

/**
 * The bytes of a message: CloudEvents 1.0, structured mode in JSON, canonical. They are what is signed, digested and kept.
 */
public final class MessageFormat {
    /** The most bytes that a message has. */
    public static final int MAX_BYTES = 1024 * 1024;
    /** How many digits a sequence is written with, so that its texts sort as its numbers (CloudEvents, Sequence). */
    private static final int SEQUENCE_DIGITS = 16;

    private static final int MAX_TEXT = 20_000;
    private static final Set<String> REQUIRED = Set.of(
            "specversion",
            "id",
            "source",
            "recipient",
            "type",
            "subject",
            "sequence",
            "time",
            "expirytime",
            "datacontenttype",
            "data");
    private static final String TRACE_PARENT = "traceparent";
    private static final Pattern SEQUENCE = Pattern.compile("\\d{" + SEQUENCE_DIGITS + "}");
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final CanonicalReader READER = new CanonicalReader(MAX_BYTES, MAX_TEXT);

    private MessageFormat() {}

    /**
     * The bytes of a message.
     *
     * @throws RefusedMessageException {@code json.size} when it is too big, or what {@link CanonicalJson#write} says
     */
    public static byte[] write(Message message) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", message.id().value())
                .put("source", message.source().toString())
                .put("recipient", message.recipient().toString())
                .put("type", message.type().toString())
                .put("subject", message.subject())
                .put("sequence", String.format("%0" + SEQUENCE_DIGITS + "d", message.sequence()))
                .put("time", Milliseconds.write(message.time()))
                .put("expirytime", Milliseconds.write(message.expires()))
                .put("datacontenttype", "application/json");
        message.traceParent().ifPresent(trace -> event.put(TRACE_PARENT, trace));
        event.set("data", message.data());
        byte[] bytes = CanonicalJson.write(event);
        if (bytes.length > MAX_BYTES) {
            throw new RefusedMessageException(Refusals.lasting("json.size", MAX_BYTES));
        }
        return bytes;
    }

    /**
     * The message that bytes say. Attributes that are not known are refused: nobody signs what nobody reads.
     *
     * @throws RefusedMessageException {@code json.…} when they are no canonical JSON, {@code message.attribute} naming
     *     the first attribute that is missing, unknown or wrong in form
     */
    public static Message read(byte[] bytes) {
        ObjectNode event = READER.read(bytes);
        event.fieldNames()
                .forEachRemaining(name -> require(name, REQUIRED.contains(name) || name.equals(TRACE_PARENT)));
        REQUIRED.stream().sorted().forEach(name -> require(name, event.has(name)));
        require("specversion", event.get("specversion").asText().equals("1.0"));
        require("datacontenttype", event.get("datacontenttype").asText().equals("application/json"));
        require("data", event.get("data") instanceof ObjectNode);
        Instant time = attribute(event, "time", Milliseconds::read);
        Instant expires = attribute(event, "expirytime", Milliseconds::read);
        require("expirytime", time.isBefore(expires));
        return new Message(
                attribute(event, "id", text -> new Id<Message>(text)),
                attribute(event, "source", NodeName::parse),
                attribute(event, "recipient", NodeName::parse),
                attribute(event, "type", MessageType::parse),
                attribute(event, "subject", MessageFormat::subject),
                attribute(event, "sequence", MessageFormat::sequence),
                time,
                expires,
                event.has(TRACE_PARENT)
                        ? Optional.of(attribute(event, TRACE_PARENT, text -> matching(TRACE, text)))
                        : Optional.empty(),
                (ObjectNode) event.get("data"));
    }

    /**
     * The data that bytes say, as {@link CanonicalJson} writes those of a message.
     *
     * @throws RefusedMessageException {@code json.…} when they are no canonical JSON
     */
    public static ObjectNode readData(byte[] bytes) {
        return READER.read(bytes);
    }

    private static <T> T attribute(ObjectNode event, String name, Function<String, T> reading) {
        JsonNode value = event.get(name);
        require(name, value.isTextual());
        try {
            return reading.apply(value.textValue());
        } catch (InvalidValueException e) {
            throw new RefusedMessageException(Refusals.lasting("message.attribute", name), e);
        }
    }

    private static void require(String name, boolean right) {
        if (!right) {
            throw new RefusedMessageException(Refusals.lasting("message.attribute", printable(name)));
        }
    }

    /** A name that came from elsewhere, so that it can stand in a text. */
    private static String printable(String name) {
        String shown = name.replaceAll("[^\\x21-\\x7e]", "?");
        return shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
    }

    private static String subject(String text) {
        if (!Message.isSubject(text)) {
            throw new InvalidValueException("message.subject", "a subject has 1 to 200 printable characters");
        }
        return text;
    }

    private static long sequence(String text) {
        long sequence = Long.parseLong(matching(SEQUENCE, text));
        if (sequence < 1 || sequence > CanonicalJson.MAX_INTEGER) {
            throw new InvalidValueException("message.sequence", "a sequence counts from 1");
        }
        return sequence;
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new InvalidValueException("message.form", "the form is " + form);
        }
        return text;
    }
}
