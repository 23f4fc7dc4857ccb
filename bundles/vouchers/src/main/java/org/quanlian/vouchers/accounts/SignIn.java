package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.vouchers.Id;

/** Logs people in and out. Each call is a transaction of its own, or several. */
public interface SignIn {
    /**
     * Logs in with a password. An unknown login, a wrong password and a disabled account are answered the same, after the
     * same time.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED signin.refused}
     * @throws org.quanlian.vouchers.RefusedException {@code TOO_MANY} after too many tries from that address
     */
    Tokens signIn(String login, String password, Source source);

    /**
     * Gives new tokens for a refresh token, which is good for one use. A second use ends the session: one of the two who
     * used it stole it.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED refresh.refused}
     */
    Tokens refresh(String refreshToken);

    /**
     * Ends the session of an access token.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED} when the token is not valid
     */
    void signOut(String accessToken);

    /**
     * The account of an access token, also when it must set a password first.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED} when the token is not valid
     */
    Account account(String accessToken);

    /**
     * Sets the password of an access token's account and ends all its sessions; the answer begins a new one.
     *
     * @param current the password that the account has
     * @param next the password that it gets
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED} when the token is not valid
     * @throws org.quanlian.vouchers.RefusedException {@code INVALID} when the current password is wrong, or the next one
     *     can't be taken
     * @throws org.quanlian.vouchers.RefusedException {@code TOO_MANY} after too many tries from that address
     */
    Tokens changePassword(String accessToken, String current, String next, Source source);

    /**
     * What somebody gets who logged in.
     *
     * @param accessToken what each request brings, as {@code Authorization: Bearer}
     * @param accessExpiresAt until when it is good
     * @param refreshToken what gets the next ones
     * @param refreshExpiresAt until when it is good, if it is not used
     * @param session the session
     * @param account the account
     * @param mustSetPassword whether nothing but setting a password is allowed
     */
    record Tokens(
            String accessToken,
            Instant accessExpiresAt,
            String refreshToken,
            Instant refreshExpiresAt,
            Id<LoginSession> session,
            Account account,
            boolean mustSetPassword) {
        public Tokens {
            Objects.requireNonNull(accessToken, "accessToken");
            Objects.requireNonNull(refreshToken, "refreshToken");
            Objects.requireNonNull(account, "account");
        }

        /** Says nothing: tokens must not get into logs. */
        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }
}
