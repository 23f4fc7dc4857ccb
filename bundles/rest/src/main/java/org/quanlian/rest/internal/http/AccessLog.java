package org.quanlian.rest.internal.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request, as {@code key=value} pairs. */
public final class AccessLog implements ServedRequest.Observer {
    private static final Logger LOG = LoggerFactory.getLogger("org.quanlian.access");

    @Override
    public void served(ServedRequest request) {
        LOG.info(
                "method={} route={} status={} millis={} bytes={} traceId={}",
                request.method(),
                request.route(),
                request.status(),
                request.time().toMillis(),
                request.bytes(),
                request.trace());
    }
}
