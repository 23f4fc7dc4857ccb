package org.quanlian.rest.internal.http;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one request across log lines, answers and nodes: 32 hexadecimal digits.
 *
 * <p>Source: W3C Trace Context, section 3.2.
 *
 * @param value the digits, in lower case, not all zero
 */
public record TraceId(String value) {
    /** The name under which a request and its log lines carry it. */
    public static final String NAME = "traceId";

    private static final int MAX_LENGTH = 512;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);
    private static final Pattern FORM = Pattern.compile(
            "(?<version>[0-9a-f]{2})-(?<trace>[0-9a-f]{32})-(?<parent>[0-9a-f]{16})-[0-9a-f]{2}(?<more>-.*)?");

    /** The trace that a {@code traceparent} header continues, or a fresh one when it is absent or has another form. */
    public static TraceId continuing(String traceparent) {
        if (traceparent == null || traceparent.length() > MAX_LENGTH) {
            return fresh();
        }
        Matcher matcher = FORM.matcher(traceparent);
        boolean valid = matcher.matches()
                && !matcher.group("version").equals("ff")
                && !matcher.group("trace").equals(NO_TRACE)
                && !matcher.group("parent").equals(NO_PARENT)
                // Only versions to come may say more.
                && (matcher.group("more") == null || !matcher.group("version").equals("00"));
        return valid ? new TraceId(matcher.group("trace")) : fresh();
    }

    private static TraceId fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // Set, so that it is never all zero.
        long high = random.nextLong() | 1;
        return new TraceId(String.format("%016x%016x", high, random.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
