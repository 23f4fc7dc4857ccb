package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;

/**
 * What somebody has who logged in (登录会话): all access and refresh tokens that come of one login belong to it, and end
 * with it.
 *
 * @param id its name
 * @param account who logged in
 * @param method how
 * @param createdAt when
 * @param usedAt when a token was refreshed last
 * @param expiresAt when it ends at the latest, however much it is used
 * @param endedAt when it was ended, if it was
 */
public record LoginSession(
        Id<LoginSession> id,
        Id<Account> account,
        Method method,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {
    /** How somebody logged in. */
    public enum Method {
        /** With the password of the account. */
        PASSWORD,
        /** At another provider of identities, by OpenID Connect. */
        OIDC
    }

    public LoginSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(usedAt, "usedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(endedAt, "endedAt");
    }

    /** Whether it was not ended, and has not ended by itself. */
    public boolean isOpen(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
