package org.quanlian.rest.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request as it is let in: its body was read within its bounds, so that nothing behind the door waits for the network,
 * and HEAD is GET, whose body the container keeps to itself.
 */
public final class AdmittedRequest extends HttpServletRequestWrapper {
    /** The attribute that holds the query as it was sent. */
    public static final String QUERY = "org.quanlian.rest.query";

    /** What a JAX-RS runtime is told; it would take switches from other headers, which strangers could send. */
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "authorization",
            "content-type",
            "host",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "x-forwarded-for");

    private final Optional<byte[]> body;

    private AdmittedRequest(HttpServletRequest request, Optional<byte[]> body) {
        super(request);
        this.body = body;
        request.setAttribute(QUERY, request.getQueryString());
    }

    /** A request whose body was read. */
    static AdmittedRequest of(HttpServletRequest request, byte[] body) {
        return new AdmittedRequest(request, Optional.of(body));
    }

    /** A request whose body is still to come. */
    static AdmittedRequest streaming(HttpServletRequest request) {
        return new AdmittedRequest(request, Optional.empty());
    }

    @Override
    public String getMethod() {
        return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    /** None: a JAX-RS runtime would take switches from it, and fail at a broken encoding. */
    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public String getHeader(String name) {
        return isTold(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isTold(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> told = Collections.list(super.getHeaderNames()).stream()
                .filter(AdmittedRequest::isTold)
                .toList();
        return Collections.enumeration(told);
    }

    @Override
    public int getContentLength() {
        return body.map(read -> read.length).orElseGet(super::getContentLength);
    }

    @Override
    public long getContentLengthLong() {
        return body.map(read -> (long) read.length).orElseGet(super::getContentLengthLong);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body.isPresent() ? new BodyStream(body.get()) : super.getInputStream();
    }

    private static boolean isTold(String name) {
        return HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    /** A body that is all there. */
    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream in;

        BodyStream(byte[] body) {
            this.in = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("requests are served synchronously");
        }
    }
}
