package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.policy.api.Version;
import org.quanlian.rest.internal.http.AdmittedRequest;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/**
 * The query parameters of a request: each known, each at most once.
 *
 * <p>An unknown one is refused, because a misspelt {@code version} must not be decided by another version in silence.
 */
final class Query {
    static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 20;

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
    static Query of(HttpServletRequest request, String... known) {
        String raw = (String) request.getAttribute(AdmittedRequest.QUERY);
        Map<String, String> values = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!List.of(known).contains(name)) {
                throw known.length == 0 ? refused("none") : refused("unknown", String.join(", ", Arrays.asList(known)));
            }
            if (values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw refused("twice", name);
            }
        }
        return new Query(Map.copyOf(values));
    }

    /** The version asked for, if one is. */
    Optional<Version> version() {
        return Optional.ofNullable(values.get("version")).map(text -> {
            try {
                return Version.parse(text);
            } catch (IllegalArgumentException e) {
                throw refused("version");
            }
        });
    }

    /** How many items a page has at most. */
    int limit() {
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
