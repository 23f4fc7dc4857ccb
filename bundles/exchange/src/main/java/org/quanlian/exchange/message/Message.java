package org.quanlian.exchange.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;

/**
 * One thing that one province tells another (报文): a CloudEvent 1.0.
 *
 * @param id its name, the same however often it is sent
 * @param source who tells it
 * @param recipient who is told (extension {@code recipient}); nobody else takes it
 * @param type what it says
 * @param subject what it is about, for example an institution; messages about one subject are taken in their order. At
 *     most {@value #MAX_SUBJECT} characters, see {@link #isSubject}
 * @param sequence its place among the sender's messages to this recipient about this subject, from 1 (extension
 *     {@code sequence})
 * @param time when it was born, to the millisecond
 * @param expires from when on nobody takes it any more, to the millisecond (extension {@code expirytime})
 * @param traceParent the trace that it belongs to (W3C Trace Context)
 * @param data what it says, an object of integers, texts, booleans, nulls, lists and objects
 */
public record Message(
        Id<Message> id,
        NodeName source,
        NodeName recipient,
        MessageType type,
        String subject,
        long sequence,
        Instant time,
        Instant expires,
        Optional<String> traceParent,
        ObjectNode data) {
    /** How long a subject may be. */
    public static final int MAX_SUBJECT = 200;

    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * @throws InvalidValueException {@code message.subject}, {@code message.sequence}, {@code message.times} or {@code
     *     message.trace}
     */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(traceParent, "traceParent");
        if (!isSubject(subject)) {
            throw new InvalidValueException("message.subject", "a subject has 1 to 200 printable characters");
        }
        if (sequence < 1 || sequence > CanonicalJson.MAX_INTEGER) {
            throw new InvalidValueException("message.sequence", "a sequence counts from 1");
        }
        if (!Milliseconds.isWhole(time) || !Milliseconds.isWhole(expires) || !time.isBefore(expires)) {
            throw new InvalidValueException(
                    "message.times", "a message expires after its time; both to the millisecond");
        }
        if (traceParent.isPresent() && !TRACE.matcher(traceParent.get()).matches()) {
            throw new InvalidValueException("message.trace", "a trace is written as W3C Trace Context says");
        }
        // Trees are mutable, and what is signed must stay as it was.
        data = data.deepCopy();
    }

    /**
     * Whether a text can be a subject: printable, and without space at its ends, which databases leave out when they compare.
     */
    public static boolean isSubject(String text) {
        return !text.isBlank()
                && text.length() <= MAX_SUBJECT
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** What it says; a copy. */
    @Override
    public ObjectNode data() {
        return data.deepCopy();
    }
}
