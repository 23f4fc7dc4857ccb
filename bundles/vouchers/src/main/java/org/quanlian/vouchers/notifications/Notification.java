package org.quanlian.vouchers.notifications;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * Something that people are told (通知).
 *
 * @param kind stable code of what it is about, for example {@code claim.returned}
 * @param subject path of what it is about in the REST interface, for example {@code /api/v1/claims/01J…}
 * @param text what they are told
 * @param at when it happened
 */
public record Notification(String kind, String subject, LocalizedText text, Instant at) {
    public Notification {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
