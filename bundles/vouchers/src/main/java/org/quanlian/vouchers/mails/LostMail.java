package org.quanlian.vouchers.mails;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.notifications.Received;

/**
 * A mail that was given up (发送失败的邮件), without address and text: who runs the node reads no claims.
 *
 * @param id the notification whose mail it is
 * @param kind what that is about
 * @param attempts how often it was tried
 * @param problem stable code of why the last attempt failed, for example {@code smtp.550}
 * @param toldAt when the account was told
 * @param givenUpAt when it was given up
 */
public record LostMail(Id<Received> id, String kind, int attempts, String problem, Instant toldAt, Instant givenUpAt) {
    public LostMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(toldAt, "toldAt");
        Objects.requireNonNull(givenUpAt, "givenUpAt");
    }
}
