package org.quanlian.identity.internal.tokens;

import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.AccountRefusals;
import org.quanlian.vouchers.accounts.Authenticator;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.LoginSessionKeeper.SignedIn;
import org.quanlian.vouchers.audit.Who;

/**
 * Tells who stands behind an access token. The account and its session are read each time, in the transaction that does the
 * work: who was disabled or logged out is out at once, on every node, however long the token would live.
 */
public final class TokenAuthenticator implements Authenticator {
    private final AccessTokens tokens;
    private final LoginSessionKeeper sessions;

    public TokenAuthenticator(AccessTokens tokens, LoginSessionKeeper sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Actor authenticate(Session session, String accessToken) {
        SignedIn signedIn = signedIn(session, accessToken);
        if (signedIn.mustSetPassword()) {
            throw AccountRefusals.passwordExpired();
        }
        return signedIn.account().actor();
    }

    /**
     * Who is logged in, also when they must set a password first.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED}
     */
    public SignedIn signedIn(Session session, String accessToken) {
        AccessTokens.Claims claims = tokens.verify(session, accessToken);
        SignedIn signedIn = sessions.signedIn(session, claims.session())
                .filter(open -> open.account().id().equals(claims.account()))
                .orElseThrow(AccessTokens::ended);
        // Whatever the rest of the request does, and be it refused, the trail says who it was.
        session.audit().by(Who.of(signedIn.account().actor()));
        return signedIn;
    }
}
