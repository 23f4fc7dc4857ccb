package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;

/** The sessions of those who are logged in, with every refresh token that each was given. */
public interface LoginSessions {
    /** Keeps a new session. */
    void add(LoginSession session);

    /** A session, if there is one of that name. */
    Optional<LoginSession> find(Id<LoginSession> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<LoginSession> lock(Id<LoginSession> id);

    /** Writes down that a session was used. */
    void used(Id<LoginSession> id, Instant at);

    /** Ends a session, unless it was ended before. */
    void end(Id<LoginSession> id, Instant at);

    /** Ends all open sessions of an account. */
    void endAll(Id<Account> account, Instant at);

    /** Keeps a new refresh token of a session. */
    void addToken(RefreshToken token);

    /** The refresh token with a digest, if one was ever given. */
    Optional<RefreshToken> token(String digest);

    /** Writes down that a refresh token was used. */
    void tokenUsed(String digest, Instant at);

    /** Forgets the sessions that ended, or would have ended by themselves, before an instant; tells how many. */
    int forgetBefore(Instant instant);

    /**
     * A refresh token as it is kept: not itself, only what it can be known by.
     *
     * @param digest SHA-256 of the token, in hexadecimal digits
     * @param session the session that it continues
     * @param issuedAt when it was given
     * @param usedAt when it was used; it is good for one use
     */
    record RefreshToken(String digest, Id<LoginSession> session, Instant issuedAt, Optional<Instant> usedAt) {}
}
