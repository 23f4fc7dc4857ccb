package org.quanlian.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What every answer tells browsers, so that none makes more of it than data: it is of the type that it says, runs nothing, loads
 * nothing, stands in no frame, and is kept by nobody unless a resource says otherwise.
 */
final class SafetyHeaders {
    /** A year, in seconds. */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private SafetyHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse answer) {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cache-Control", "no-store");
        // Over plain HTTP browsers ignore it; a client that lies about its proxy tells only itself.
        if (request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
            answer.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }
}
