package org.quanlian.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Chain;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.Who;

/** Reads the lines of an export and of the anchor file. What is not written exactly as the node writes it is refused. */
public final class TrailLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private TrailLines() {}

    /**
     * A line as JSON.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JsonNode parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("a line is no JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a line is no JSON", e);
        }
    }

    /**
     * The anchor of a line.
     *
     * @throws IllegalArgumentException when it holds none
     */
    public static Anchor anchor(String line) {
        JsonNode node = parse(line);
        Anchor anchor = new Anchor(
                new Head(number(node, "anchor"), text(node, "digest")),
                instant(node),
                text(node, "key"),
                text(node, "signature"));
        return exactly(line, anchor.line(), anchor);
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException when it holds none
     */
    static AuditEntry entry(String line, JsonNode node) {
        List<RowChange> changes = new ArrayList<>();
        for (JsonNode change : node.path("changes")) {
            changes.add(new RowChange(
                    text(change, "table"), text(change, "key"), text(change, "before"), text(change, "after")));
        }
        AuditEntry entry = new AuditEntry(
                number(node, "seq"),
                new AuditEntry.Deed(
                        text(node, "id"),
                        instant(node),
                        new Who(text(node, "account"), text(node, "role"), text(node, "organisation")),
                        text(node, "source"),
                        text(node, "trace"),
                        text(node, "operation"),
                        text(node, "subject")),
                new Outcome(
                        Outcome.Kind.valueOf(text(node, "outcome")), (int) number(node, "status"), text(node, "code")),
                changes,
                text(node, "algorithm"),
                text(node, "previous"),
                text(node, "digest"));
        return exactly(line, Chain.line(entry), entry);
    }

    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("\"" + member + "\" is no text");
        }
        return value.textValue();
    }

    static long number(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("\"" + member + "\" is no whole number");
        }
        return value.longValue();
    }

    private static Instant instant(JsonNode node) {
        try {
            return Instant.parse(text(node, "at"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"at\" is no instant", e);
        }
    }

    /** Nothing may hide in a line, such as a member that no digest covers. */
    private static <T> T exactly(String line, String canonical, T value) {
        if (!line.equals(canonical)) {
            throw new IllegalArgumentException("a line says more than is signed, or says it otherwise");
        }
        return value;
    }
}
