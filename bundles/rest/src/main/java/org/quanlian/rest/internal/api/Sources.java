package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.quanlian.vouchers.accounts.Source;

/** Where requests come from. */
public final class Sources {
    private static final int MAX_LENGTH = 1000;

    private Sources() {}

    /** Where a request comes from. */
    public static Source of(HttpServletRequest request) {
        String forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        // Of a long chain the end counts: the nearest proxies wrote it.
        return new Source(request.getRemoteAddr(), forwarded.substring(Math.max(0, forwarded.length() - MAX_LENGTH)));
    }
}
