package org.quanlian.exchange.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.model.InvalidValueException;

/**
 * Reads the members of a JSON object that came from elsewhere: what is missing, unknown or of another form is refused by
 * name.
 */
public final class StrictObject {
    private static final int MAX_NAME = 40;

    private final ObjectNode json;
    private final String code;

    private StrictObject(ObjectNode json, String code) {
        this.json = json;
        this.code = code;
    }

    /**
     * Reads an object that has these members and no others.
     *
     * @param code code of the refusal, whose text names the member
     * @param required members that must be there
     * @param optional members that may be there
     * @throws RefusedMessageException under that code
     */
    public static StrictObject of(JsonNode json, String code, Set<String> required, Set<String> optional) {
        if (!(json instanceof ObjectNode object)) {
            throw new RefusedMessageException(Refusals.lasting(code, "?"));
        }
        StrictObject strict = new StrictObject(object, code);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            strict.require(name, required.contains(name) || optional.contains(name));
        }
        required.stream().sorted().forEach(name -> strict.require(name, object.has(name)));
        return strict;
    }

    /** A text, read as something. */
    public <T> T text(String name, Function<String, T> reading) {
        JsonNode value = json.path(name);
        require(name, value.isTextual());
        try {
            return reading.apply(value.textValue());
        } catch (InvalidValueException e) {
            throw new RefusedMessageException(Refusals.lasting(code, printable(name)), e);
        }
    }

    /** A text. */
    public String text(String name) {
        return text(name, text -> text);
    }

    /** A text that may be absent, read as something. */
    public <T> Optional<T> optionalText(String name, Function<String, T> reading) {
        return json.has(name) ? Optional.of(text(name, reading)) : Optional.empty();
    }

    /** An integer within bounds. */
    public long integer(String name, long least, long greatest) {
        JsonNode value = json.path(name);
        require(name, value.isIntegralNumber() && value.canConvertToLong());
        require(name, value.longValue() >= least && value.longValue() <= greatest);
        return value.longValue();
    }

    /** Yes or no. */
    public boolean bool(String name) {
        require(name, json.path(name).isBoolean());
        return json.path(name).booleanValue();
    }

    /** An object. */
    public ObjectNode object(String name) {
        require(name, json.path(name).isObject());
        return (ObjectNode) json.get(name);
    }

    /** A list with at most so many entries, each read as something. */
    public <T> List<T> list(String name, int most, Function<JsonNode, T> reading) {
        require(name, json.path(name).isArray() && json.path(name).size() <= most);
        try {
            return StreamSupport.stream(json.get(name).spliterator(), false)
                    .map(reading)
                    .toList();
        } catch (InvalidValueException e) {
            throw new RefusedMessageException(Refusals.lasting(code, printable(name)), e);
        }
    }

    /** Whether a member is there. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** Refuses when something about a member is not right. */
    public void require(String name, boolean right) {
        if (!right) {
            throw new RefusedMessageException(Refusals.lasting(code, printable(name)));
        }
    }

    /** A name that came from elsewhere, so that it can stand in a text. */
    private static String printable(String name) {
        String shown = name.replaceAll("[^\\x21-\\x7e]", "?");
        return shown.length() > MAX_NAME ? shown.substring(0, MAX_NAME) + "…" : shown;
    }
}
