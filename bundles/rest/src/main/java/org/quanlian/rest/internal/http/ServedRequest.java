package org.quanlian.rest.internal.http;

import java.time.Duration;

/**
 * What is to be told about a request that was answered.
 *
 * @param method its method, or {@code OTHER} for one that no path answers
 * @param route the template of its path, or {@link Route#UNMATCHED}: never the path, which strangers choose
 * @param status the status of the answer
 * @param time how long it took
 * @param bytes how long the body of the answer is
 * @param trace its trace
 */
public record ServedRequest(String method, String route, int status, Duration time, long bytes, TraceId trace) {
    /** Is told of every request once it was answered. */
    @FunctionalInterface
    public interface Observer {
        /** Called on the thread of the request, with its logging context; must not throw. */
        void served(ServedRequest request);
    }
}
