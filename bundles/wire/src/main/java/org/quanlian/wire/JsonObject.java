package org.quanlian.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;

/**
 * One JSON object while it is read: each member is asked for by name, what is wrong is noted with its pointer, and
 * members that nobody asked for are errors.
 */
public final class JsonObject {
    /** Turns a member that is there and not null into a value, or throws {@link InvalidValueException}. */
    @FunctionalInterface
    public interface Conversion<T> extends Function<JsonNode, T> {}

    private final JsonNode node;
    private final Pointer pointer;
    private final Errors errors;
    private final Set<String> asked = new HashSet<>();

    private JsonObject(JsonNode node, Pointer pointer, Errors errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Reads an object whole; empty, with the errors noted, when the node is no object or its reading gave nothing. */
    static <T> Optional<T> read(
            JsonNode node, Pointer pointer, Errors errors, Function<JsonObject, Optional<T>> reading) {
        if (!node.isObject()) {
            errors.add(pointer.toString(), "json.object");
            return Optional.empty();
        }
        JsonObject object = new JsonObject(node, pointer, errors);
        Optional<T> result = object.building(reading);
        object.refuseUnknown();
        return result;
    }

    /** Where what is wrong is noted. */
    public Errors errors() {
        return errors;
    }

    /** The JSON Pointer to a member. */
    public String pointerTo(String name) {
        return pointer.child(name).toString();
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    /** Whether the member is a list without entries. */
    public boolean isEmptyList(String name) {
        return has(name) && node.get(name).isArray() && node.get(name).isEmpty();
    }

    /** A member that must be there. */
    public <T> Optional<T> required(String name, Conversion<T> conversion) {
        if (!has(name)) {
            errors.add(pointerTo(name), "field.required");
            return Optional.empty();
        }
        return convert(name, conversion);
    }

    /** A member that may be absent or null. */
    public <T> Optional<T> optional(String name, Conversion<T> conversion) {
        return has(name) ? convert(name, conversion) : Optional.empty();
    }

    /** A fact: absent and null both mean that nobody told it. */
    public <T> Fact<T> fact(String name, Conversion<T> conversion) {
        return optional(name, conversion).map(Fact::of).orElse(Fact.missing());
    }

    /** A fact whose null says something: that there is none. Absent means that nobody told it. */
    public <T> Fact<Optional<T>> factOrNone(String name, Conversion<T> conversion) {
        asked.add(name);
        return node.has(name) ? Fact.of(optional(name, conversion)) : Fact.missing();
    }

    /** An object that may be absent or null. */
    public <T> Optional<T> object(String name, Function<JsonObject, Optional<T>> reading) {
        return has(name) ? read(node.get(name), pointer.child(name), errors, reading) : Optional.empty();
    }

    /** A list of objects that may be absent or null; empty also when the list itself is wrong. */
    public <T> Optional<List<T>> objects(String name, int max, Function<JsonObject, Optional<T>> reading) {
        return list(name, max, (item, at) -> read(item, at, errors, reading));
    }

    /** A set of values that may be absent or null. */
    public <T> Optional<List<T>> values(String name, int max, Conversion<T> conversion) {
        return list(name, max, (item, at) -> convert(item, at, conversion));
    }

    private <T> Optional<List<T>> list(String name, int max, BiFunction<JsonNode, Pointer, Optional<T>> reading) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode array = node.get(name);
        Pointer at = pointer.child(name);
        if (!array.isArray()) {
            errors.add(at.toString(), "json.array");
            return Optional.empty();
        }
        if (array.size() > max) {
            errors.add(at.toString(), "list.size", max);
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            reading.apply(array.get(i), at.child(i)).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    private <T> Optional<T> convert(String name, Conversion<T> conversion) {
        return convert(node.get(name), pointer.child(name), conversion);
    }

    private <T> Optional<T> convert(JsonNode value, Pointer at, Conversion<T> conversion) {
        try {
            return Optional.of(conversion.apply(value));
        } catch (InvalidValueException e) {
            errors.add(at.toString(), e);
            return Optional.empty();
        }
    }

    private <T> Optional<T> building(Function<JsonObject, Optional<T>> reading) {
        try {
            return reading.apply(this);
        } catch (InvalidValueException e) {
            errors.add(pointer.toString(), e);
            return Optional.empty();
        }
    }

    private void refuseUnknown() {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!asked.contains(member.getKey())) {
                errors.add(pointerTo(member.getKey()), "field.unknown");
            }
        }
    }
}
