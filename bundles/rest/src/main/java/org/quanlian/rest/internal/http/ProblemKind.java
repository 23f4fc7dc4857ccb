package org.quanlian.rest.internal.http;

import java.util.Locale;

/** The kinds of problems that the node tells, each with a stable name and an HTTP status. */
public enum ProblemKind {
    /** The body, or a field of it, is wrong in form. */
    INVALID_REQUEST(400),
    /** A query parameter is wrong in form. */
    INVALID_PARAMETER(400),
    /** The body can't be read to its end. */
    UNREADABLE_BODY(400),
    /** The container refused the request. */
    BAD_REQUEST(400),
    /** It is not known who asks. */
    UNAUTHENTICATED(401),
    /** Who asks may not do that. */
    FORBIDDEN(403),
    /** There is no such policy. */
    POLICY_NOT_FOUND(404),
    /** Nothing is at that path. */
    NOT_FOUND(404),
    /** The path does not answer that method. */
    METHOD_NOT_ALLOWED(405),
    /** The client wants a media type that the path does not have. */
    NOT_ACCEPTABLE(406),
    /** The body came too slowly. */
    REQUEST_TIMEOUT(408),
    /** What is there does not allow it now. */
    CONFLICT(409),
    /** Somebody changed it in between. */
    PRECONDITION_FAILED(412),
    /** The body is too big. */
    CONTENT_TOO_LARGE(413),
    /** The body is not JSON in UTF-8. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Another request was sent under the same key before. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** A change must say which version it changes. */
    PRECONDITION_REQUIRED(428),
    /** It was asked too often. */
    TOO_MANY_REQUESTS(429),
    /** The node failed. */
    INTERNAL_ERROR(500),
    /** No path answers that method. */
    METHOD_NOT_IMPLEMENTED(501),
    /** The database of the voucher year is not there. */
    SERVICE_UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Its name in URIs and texts, for example {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its stable URI. */
    public String type() {
        return "urn:quanlian:problem:" + slug();
    }

    /** Whether the body that is still on its way makes the connection useless for another request. */
    public boolean endsConnection() {
        return this == REQUEST_TIMEOUT || this == CONTENT_TOO_LARGE;
    }

    /** The kind that tells a status with which a library answered in its own words. */
    public static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 406 -> NOT_ACCEPTABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
