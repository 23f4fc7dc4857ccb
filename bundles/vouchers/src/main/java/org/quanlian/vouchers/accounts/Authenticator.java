package org.quanlian.vouchers.accounts;

import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;

/** Tells who stands behind an access token (身份认证). */
public interface Authenticator {
    /**
     * The actor to whom a token was given, as the account is now.
     *
     * @param accessToken the token as the client sent it
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED} when the token is wrong or too old, or the
     *     account can't be used; {@code FORBIDDEN} when its owner must set a password first
     */
    Actor authenticate(Session session, String accessToken);
}
