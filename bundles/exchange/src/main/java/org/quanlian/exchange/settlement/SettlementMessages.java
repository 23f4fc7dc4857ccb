package org.quanlian.exchange.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.vouchers.exchange.Settlement.Direction;
import org.quanlian.vouchers.exchange.Settlement.Line;
import org.quanlian.vouchers.exchange.Settlement.State;

/** What the messages about statements say. Amounts are yuan with two decimals, as texts. */
public final class SettlementMessages {
    /** A statement. */
    public static final String STATEMENT = "statement";
    /** The word of the province that received one. */
    public static final String ANSWER = "answer";

    private static final String CODE = "settlement.member";
    private static final int FIRST_YEAR = 2024;
    private static final int LAST_YEAR = 2099;

    private SettlementMessages() {}

    static MessageType type(String kind) {
        return new MessageType(DataClass.SETTLEMENT, kind, 1);
    }

    /** All about one statement has one subject, so it is taken in its order. */
    static String subject(Id<Settlement> id) {
        return "settlement/" + id;
    }

    static ObjectNode statement(Settlement settlement) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("id", settlement.id().value())
                .put("year", settlement.year())
                .put("madeAt", Milliseconds.write(settlement.madeAt()))
                .put("invoiced", settlement.invoiced().toString())
                .put("paid", settlement.paid().toString());
        ArrayNode lines = data.putArray("lines");
        settlement.lines().forEach(line -> lines.addObject()
                .put("claim", line.claim())
                .put("provider", line.provider().value())
                .put("name", line.name())
                .put("invoiced", line.invoiced().toString())
                .put("paid", line.paid().toString()));
        return data;
    }

    static Settlement readStatement(JsonNode json, Area maker) {
        StrictObject data =
                StrictObject.of(json, CODE, Set.of("id", "year", "madeAt", "invoiced", "paid", "lines"), Set.of());
        List<Line> lines = data.list("lines", Settlement.MAX_LINES, entry -> {
            StrictObject line =
                    StrictObject.of(entry, CODE, Set.of("claim", "provider", "name", "invoiced", "paid"), Set.of());
            return new Line(
                    line.text("claim"),
                    line.text("provider", UnifiedSocialCreditCode::new),
                    line.text("name"),
                    line.text("invoiced", Money::parse),
                    line.text("paid", Money::parse));
        });
        Settlement settlement = new Settlement(
                data.text("id", text -> new Id<Settlement>(text)),
                maker,
                Direction.RECEIVED,
                (int) data.integer("year", FIRST_YEAR, LAST_YEAR),
                data.text("madeAt", Milliseconds::read),
                lines,
                State.TOLD,
                Optional.empty());
        data.require("lines", !lines.isEmpty());
        data.require("invoiced", settlement.invoiced().toString().equals(data.text("invoiced")));
        data.require("paid", settlement.paid().toString().equals(data.text("paid")));
        return settlement;
    }

    /** The digest by which an answer names the statement that it is about. */
    static String digest(Settlement settlement) {
        return MessageDigests.of(Profile.INTL, CanonicalJson.write(statement(settlement)));
    }

    static ObjectNode answer(Settlement settlement) {
        Settlement.Answer answer = settlement.answer().orElseThrow();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", settlement.id().value())
                .put("statementDigest", digest(settlement))
                .put("agreed", settlement.state() == State.AGREED)
                .put("reason", answer.reason())
                .put("by", answer.by())
                .put("at", Milliseconds.write(answer.at()));
    }

    /**
     * The word of a partner.
     *
     * @param id the statement
     * @param statementDigest its digest, as the partner has it
     * @param agreed whether it agrees
     * @param answer what it says
     */
    record Word(Id<Settlement> id, String statementDigest, boolean agreed, Settlement.Answer answer) {
        static Word read(JsonNode json) {
            StrictObject data = StrictObject.of(
                    json, CODE, Set.of("id", "statementDigest", "agreed", "reason", "by", "at"), Set.of());
            Instant at = data.text("at", Milliseconds::read);
            return new Word(
                    data.text("id", text -> new Id<Settlement>(text)),
                    data.text("statementDigest"),
                    data.bool("agreed"),
                    new Settlement.Answer(
                            data.text("reason", text -> atMost(text, 1_000)),
                            data.text("by", text -> atMost(text, 200)),
                            at));
        }
    }

    private static String atMost(String text, int characters) {
        if (text.length() > characters) {
            throw new InvalidValueException("text.length", "a text is too long", characters);
        }
        return text;
    }
}
