package org.quanlian.vouchers.notifications;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * Something that people are told (通知).
 *
 * @param kind stable code of what it is about, for example {@code claim.returned}; at most {@link #MAX_KIND} characters
 * @param subject path of what it is about in the REST interface, for example {@code /api/v1/claims/01J…}; at most
 *     {@link #MAX_SUBJECT} characters
 * @param text what they are told; in each language at most {@link #MAX_TEXT} characters
 * @param at when it happened
 */
public record Notification(String kind, String subject, LocalizedText text, Instant at) {
    /** How long a kind may be. */
    public static final int MAX_KIND = 60;
    /** How long a path may be. */
    public static final int MAX_SUBJECT = 300;
    /** How long a text may be: twice what a person may give as a reason, which it often repeats. */
    public static final int MAX_TEXT = 8_000;

    /** @throws IllegalArgumentException when something is longer than may be */
    public Notification {
        requireLength("kind", kind, MAX_KIND);
        requireLength("subject", subject, MAX_SUBJECT);
        requireLength("text.zh", text.zh(), MAX_TEXT);
        requireLength("text.en", text.en(), MAX_TEXT);
        Objects.requireNonNull(at, "at");
    }

    private static void requireLength(String name, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(
                    "the " + name + " of a notification has at most " + max + " characters, not " + value.length());
        }
    }
}
