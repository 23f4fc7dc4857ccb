package org.quanlian.vouchers.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.LoginSessions.RefreshToken;
import org.quanlian.vouchers.audit.Who;

/**
 * Begins, continues and ends the sessions of those who are logged in. Of a refresh token only the digest is kept; with 256
 * random bits it needs no slow function.
 */
public final class LoginSessionKeeper {
    private static final int UNAUTHENTICATED = 401;
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;
    private final SignInLimits limits;

    /** @param random makes refresh tokens */
    public LoginSessionKeeper(Clock clock, Ids ids, SecureRandom random, SignInLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.limits = limits;
    }

    /** Begins a session. */
    public Granted begin(Session session, Account account, LoginSession.Method method) {
        Instant now = clock.instant();
        LoginSession begun = new LoginSession(
                ids.next(), account.id(), method, now, now, now.plus(limits.absolute()), Optional.empty());
        session.accounts().sessions().add(begun);
        return granted(session, begun, account, now);
    }

    /**
     * Continues a session by its refresh token, which is used up. A token that was used before ends its session: somebody
     * has a copy of it, and it can't be told who. That is an answer and no exception, so that the end is kept.
     *
     * @return empty when the token is unknown, used or too old, or its session or account was ended
     */
    public Optional<Granted> refresh(Session session, String refreshToken) {
        LoginSessions sessions = session.accounts().sessions();
        String digest = digest(refreshToken);
        Optional<LoginSession> found = sessions.token(digest).flatMap(token -> sessions.lock(token.session()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // Only now, with the session locked, does it count whether the token was used.
        RefreshToken token = sessions.token(digest).orElseThrow();
        Instant now = clock.instant();
        if (token.usedAt().isPresent()) {
            if (found.get().isOpen(now)) {
                // Once for each session, as it ends with it: nobody makes the trail longer with an old token.
                session.audit().about("accounts/" + found.get().account());
                session.audit().refused(UNAUTHENTICATED, "refresh.reused");
            }
            sessions.end(token.session(), now);
            return Optional.empty();
        }
        boolean fresh = now.isBefore(expiry(token.issuedAt(), found.get()));
        Optional<Account> account =
                session.accounts().find(found.get().account()).filter(owner -> owner.state() != Account.State.DISABLED);
        if (!found.get().isOpen(now) || !fresh || account.isEmpty()) {
            return Optional.empty();
        }
        sessions.tokenUsed(digest, now);
        sessions.used(token.session(), now);
        return Optional.of(granted(session, found.get(), account.get(), now));
    }

    /** Who is logged in by a session, as long as it is open and the account was not disabled. */
    public Optional<SignedIn> signedIn(Session session, Id<LoginSession> id) {
        return session.accounts()
                .sessions()
                .find(id)
                .filter(open -> open.isOpen(clock.instant()))
                .flatMap(open -> session.accounts()
                        .find(open.account())
                        .filter(account -> account.state() != Account.State.DISABLED)
                        .map(account -> new SignedIn(open, account)));
    }

    /** Ends a session. */
    public void end(Session session, Id<LoginSession> id) {
        session.accounts().sessions().end(id, clock.instant());
    }

    /** By what a token is known that is not kept itself: SHA-256 in hexadecimal digits. */
    public static String digest(String token) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A token that nobody can guess: 256 random bits in 43 characters that fit into a URL. */
    public static String randomToken(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Granted granted(Session session, LoginSession login, Account account, Instant now) {
        session.audit().by(Who.of(account.actor()));
        String token = randomToken(random);
        session.accounts().sessions().addToken(new RefreshToken(digest(token), login.id(), now, Optional.empty()));
        return new Granted(login, account, token, expiry(now, login));
    }

    private Instant expiry(Instant issuedAt, LoginSession login) {
        Instant idle = issuedAt.plus(limits.idle());
        return idle.isBefore(login.expiresAt()) ? idle : login.expiresAt();
    }

    /**
     * A session with a refresh token that was just made.
     *
     * @param login the session
     * @param account whose session it is
     * @param refreshToken the token, which is told once and never again
     * @param expiresAt until when it is good
     */
    public record Granted(LoginSession login, Account account, String refreshToken, Instant expiresAt) {
        /** Says nothing: tokens must not get into logs. */
        @Override
        public String toString() {
            return "Granted[hidden]";
        }
    }

    /** Who is logged in, and by which session. */
    public record SignedIn(LoginSession login, Account account) {
        /** Whether the account must set a password before anything else; who logged in elsewhere needs none here. */
        public boolean mustSetPassword() {
            return account.state() == Account.State.PASSWORD_EXPIRED && login.method() == LoginSession.Method.PASSWORD;
        }
    }
}
