package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** Entity tags of things that count their versions: {@code "v3"}. Source: RFC 9110, section 8.8.3. */
final class Tags {
    private static final Pattern FORM = Pattern.compile("\"v(\\d{1,18})\"");

    private Tags() {}

    static String of(long version) {
        return "\"v" + version + '"';
    }

    /**
     * The version that a change is meant for.
     *
     * @throws ProblemException when the request does not say, or not in the form of a tag given by this system
     */
    static long ifMatch(HttpServletRequest request) {
        String header = request.getHeader("If-Match");
        if (header == null) {
            throw ProblemException.of(ProblemKind.PRECONDITION_REQUIRED);
        }
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            throw ProblemException.told(ProblemKind.BAD_REQUEST, "if-match");
        }
        return Long.parseLong(matcher.group(1));
    }
}
