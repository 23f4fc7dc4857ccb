package org.quanlian.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Reads the JSON body of a request, within bounds of size and of time.
 *
 * <p>The container's idle timeout ends a body that stops; the time bound here ends one that drips.
 */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    /** Up to how many times the limit a declared body is heard out. */
    private static final long COURTESY = 2;

    private final Duration timeBound;
    private final LongSupplier nanoTime;

    BodyReader(Duration timeBound, LongSupplier nanoTime) {
        this.timeBound = timeBound;
        this.nanoTime = nanoTime;
    }

    /**
     * The body of a request.
     *
     * @param maxBytes the most that are taken; at most one more is kept, whatever the request declares
     * @throws ProblemException when the body is of another kind, too big, too slow or incomplete
     */
    byte[] read(HttpServletRequest request, int maxBytes) {
        requireJson(request);
        try {
            if (request.getContentLengthLong() > maxBytes) {
                hearOut(request, maxBytes);
                throw ProblemException.of(ProblemKind.CONTENT_TOO_LARGE, maxBytes);
            }
            return read(request.getInputStream(), maxBytes);
        } catch (IOException e) {
            if (isTimeout(e)) {
                throw tooSlow();
            }
            throw ProblemException.of(ProblemKind.UNREADABLE_BODY);
        }
    }

    private byte[] read(InputStream in, int maxBytes) throws IOException {
        long start = nanoTime.getAsLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (true) {
            int read = in.read(chunk, 0, Math.min(CHUNK, maxBytes + 1 - body.size()));
            if (read < 0) {
                return body.toByteArray();
            }
            body.write(chunk, 0, read);
            if (body.size() > maxBytes) {
                throw ProblemException.of(ProblemKind.CONTENT_TOO_LARGE, maxBytes);
            }
            if (nanoTime.getAsLong() - start > timeBound.toNanos()) {
                throw tooSlow();
            }
        }
    }

    /**
     * Reads what is not much too big to its end and keeps nothing: who is still sending when the connection is closed would
     * lose the answer. Who asks before sending is told without.
     */
    private void hearOut(HttpServletRequest request, int maxBytes) throws IOException {
        if (request.getContentLengthLong() > COURTESY * maxBytes || request.getHeader("Expect") != null) {
            return;
        }
        long start = nanoTime.getAsLong();
        InputStream in = request.getInputStream();
        byte[] chunk = new byte[CHUNK];
        while (in.read(chunk) >= 0) {
            if (nanoTime.getAsLong() - start > timeBound.toNanos()) {
                throw tooSlow();
            }
        }
    }

    private static void requireJson(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders("Content-Type"));
        List<String> codings = Collections.list(request.getHeaders("Content-Encoding"));
        boolean plain = codings.stream().allMatch("identity"::equalsIgnoreCase);
        if (types.size() != 1 || !isJson(types.get(0)) || !plain) {
            throw ProblemException.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset")
                    && !parameter.equals("charset=utf-8")
                    && !parameter.equals("charset=\"utf-8\"")) {
                return false;
            }
        }
        return true;
    }

    private ProblemException tooSlow() {
        return ProblemException.of(ProblemKind.REQUEST_TIMEOUT, timeBound.toSeconds());
    }

    private static boolean isTimeout(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
