package org.quanlian.rest.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;

/**
 * A place in the list of policies: after the last one that a page showed. It stays valid when policies come and go, and
 * its text is opaque to clients.
 *
 * @param after the last policy shown
 */
record PageCursor(PolicyKey after) {
    private static final int MAX_LENGTH = 100;
    private static final Pattern FORM = Pattern.compile("(?<province>\\d{6})/(?<year>\\d{4})/(?<version>[\\d.]{5,20})");

    /** The place that a text names, or empty when this system never made such a text. */
    static Optional<PageCursor> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher matcher = FORM.matcher(key);
            return matcher.matches()
                    ? Optional.of(new PageCursor(new PolicyKey(
                            new Area(matcher.group("province")),
                            Integer.parseInt(matcher.group("year")),
                            Version.parse(matcher.group("version")))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text that clients hand back. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(after.toString().getBytes(StandardCharsets.UTF_8));
    }
}
