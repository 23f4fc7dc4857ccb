package org.quanlian.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.itests.year.HeldNode.Answer;
import org.quanlian.itests.year.Person;

/** Reads of the node's answers. */
final class Reading {
    private Reading() {}

    /** Whatever is answered to somebody who logs in again when the session is over. */
    static Answer ask(Person who, String path) {
        Answer answer = who.ask("GET", path, BodyPublishers.noBody());
        if (answer.status() == 401) {
            who.logIn();
            return who.ask("GET", path, BodyPublishers.noBody());
        }
        return answer;
    }

    /** What is there for somebody. */
    static JsonNode json(Person who, String path) {
        Answer answer = ask(who, path);
        if (answer.status() != 200) {
            throw new AssertionError(answer.to() + ": " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    /** All items of a list that comes in pages. */
    static List<JsonNode> all(Person who, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = json(who, path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            page.get("items").forEach(items::add);
            if (page.path("next").asText("").isEmpty() || page.get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    /** An amount in fen. */
    static long fen(JsonNode amount) {
        return new BigDecimal(amount.asText()).movePointRight(2).longValueExact();
    }

    /** Fen as the node tells them. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
