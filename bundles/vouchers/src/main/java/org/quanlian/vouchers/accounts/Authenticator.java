package org.quanlian.vouchers.accounts;

import org.quanlian.vouchers.access.Actor;

/** Tells who asks, by the access token that a request brings. Reads the store in a transaction of its own. */
public interface Authenticator {
    /**
     * Who asks, in the role that the account has now.
     *
     * @param accessToken the token, without the word {@code Bearer}
     * @throws UnauthenticatedException when the token is not ours, was changed, has expired, or its account or session
     *     was ended
     * @throws org.quanlian.vouchers.RefusedException {@code FORBIDDEN} when the account must set a password first
     */
    Actor authenticate(String accessToken);
}
