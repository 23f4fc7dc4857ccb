package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.Version;
import org.quanlian.rest.internal.http.AdmittedRequest;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.Page;

/**
 * The query parameters of a request: each known, each at most once.
 *
 * <p>An unknown one is refused, because a misspelt {@code version} must not be decided by another version in silence.
 */
public final class Query {
    /** The most items that a page may have. */
    public static final int MAX_LIMIT = 100;

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_CURSOR_LENGTH = 400;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param request a request that the door let in
     * @param known the names that are taken
     * @throws ProblemException when a name is unknown or stands there twice, or the encoding is broken
     */
    public static Query of(HttpServletRequest request, String... known) {
        String raw = (String) request.getAttribute(AdmittedRequest.QUERY);
        Map<String, String> values = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!List.of(known).contains(name)) {
                throw known.length == 0 ? refused("none") : refused("unknown", String.join(", ", Arrays.asList(known)));
            }
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            // No text that is kept has one, and PostgreSQL would fail at it.
            if (value.indexOf(0) >= 0) {
                throw refused("value", name);
            }
            if (values.put(name, value) != null) {
                throw refused("twice", name);
            }
        }
        return new Query(Map.copyOf(values));
    }

    /** The version asked for, if one is. */
    public Optional<Version> version() {
        return Optional.ofNullable(values.get("version")).map(text -> {
            try {
                return Version.parse(text);
            } catch (IllegalArgumentException e) {
                throw refused("version");
            }
        });
    }

    /** How many items a page has at most. */
    public int limit() {
        String text = values.get("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        boolean number = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty();
        int limit = number ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused("limit", MAX_LIMIT);
        }
        return limit;
    }

    /** The place after which a page starts, if one is told. */
    Optional<PageCursor> cursor() {
        return Optional.ofNullable(values.get("cursor"))
                .map(text -> PageCursor.parse(text).orElseThrow(() -> refused("cursor")));
    }

    /** Which page of a list is asked for, by {@code limit} and {@code cursor}. */
    public Page.Request page() {
        Optional<String> after = Optional.ofNullable(values.get("cursor")).map(Query::keyOf);
        return new Page.Request(after, limit());
    }

    /** The cursor that leads to what follows a key, as clients hand it back. */
    public static String cursorAfter(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A parameter as it stands there, if it does and is not blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** A parameter that names a constant. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).map(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> refused("choice", name, Arrays.toString(type.getEnumConstants()))));
    }

    /** A parameter that a constructor takes or refuses, such as an area or an identifier. */
    public <T> Optional<T> value(String name, Function<? super String, ? extends T> constructor) {
        return text(name).map(value -> {
            try {
                return constructor.apply(value);
            } catch (InvalidValueException e) {
                throw refused("value", name);
            }
        });
    }

    /** A parameter that is a year of four digits. */
    public Optional<Integer> year(String name) {
        return text(name).map(value -> {
            if (value.length() != 4 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw refused("year", name);
            }
            return Integer.valueOf(value);
        });
    }

    /** A parameter that is {@code true} or {@code false}. */
    public boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw refused("choice", name, "[true, false]");
                })
                .orElse(false);
    }

    private static String keyOf(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (cursor.length() <= MAX_CURSOR_LENGTH
                    && !key.isEmpty()
                    // None of ours has one, and no database takes them all.
                    && key.chars().noneMatch(Character::isISOControl)
                    && cursorAfter(key).equals(cursor)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw refused("cursor");
        }
        throw refused("cursor");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("encoding");
        }
    }

    private static ProblemException refused(String variant, Object... arguments) {
        return ProblemException.told(ProblemKind.INVALID_PARAMETER, variant, arguments);
    }
}
