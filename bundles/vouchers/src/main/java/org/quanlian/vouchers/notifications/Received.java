package org.quanlian.vouchers.notifications;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;

/**
 * A notification as one account received it.
 *
 * @param id its name
 * @param notification what the account was told
 * @param readAt when its owner read it first
 */
public record Received(Id<Received> id, Notification notification, Optional<Instant> readAt) {
    public Received {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(notification, "notification");
        Objects.requireNonNull(readAt, "readAt");
    }
}
