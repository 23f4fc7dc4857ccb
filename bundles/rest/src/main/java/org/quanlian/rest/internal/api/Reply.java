package org.quanlian.rest.internal.api;

import java.util.Objects;
import java.util.Optional;

/**
 * What a resource answers when all went well.
 *
 * @param status the HTTP status
 * @param json the body; empty when there is none
 * @param version the version of what the body tells, for {@code ETag} and {@code If-Match}; empty when it has none
 * @param location path of what was made; empty when nothing was made
 */
@SuppressWarnings("ArrayRecordComponent") // Replies are sent, never compared.
public record Reply(int status, byte[] json, Optional<Long> version, Optional<String> location) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    public Reply {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(location, "location");
    }

    /** What was asked for, or what came of it. */
    public static Reply ok(byte[] json) {
        return new Reply(OK, json, Optional.empty(), Optional.empty());
    }

    /** What was asked for, in a version. */
    public static Reply ok(byte[] json, long version) {
        return new Reply(OK, json, Optional.of(version), Optional.empty());
    }

    /** Something new, in its first version. */
    public static Reply created(String location, byte[] json, long version) {
        return new Reply(CREATED, json, Optional.of(version), Optional.of(location));
    }

    /** Something new that never changes. */
    public static Reply created(String location, byte[] json) {
        return new Reply(CREATED, json, Optional.empty(), Optional.of(location));
    }

    /** It is done, and there is nothing to tell. */
    public static Reply noContent() {
        return new Reply(NO_CONTENT, new byte[0], Optional.empty(), Optional.empty());
    }
}
