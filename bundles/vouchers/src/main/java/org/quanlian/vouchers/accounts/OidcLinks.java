package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;

/** The accounts' names at other providers of identities, and the logins that are under way there. */
public interface OidcLinks {
    /** The account of a subject, if one was linked. */
    Optional<Id<Account>> account(String issuer, String subject);

    /**
     * Links a subject to an account.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code CONFLICT account.linked} when the account is linked to another
     *     subject of that issuer
     */
    void link(String issuer, String subject, Id<Account> account, Instant at);

    /** Keeps a login that begins. */
    void begin(Departure departure);

    /** Takes away the login with a state, so that it is finished once. */
    Optional<Departure> take(String stateDigest);

    /** Forgets the logins that began before an instant and were not finished; tells how many. */
    int forgetBefore(Instant instant);

    /**
     * A login that began.
     *
     * @param stateDigest SHA-256 of its state, in hexadecimal digits
     * @param browserDigest SHA-256 of what only the browser that began it has, in hexadecimal digits
     * @param nonce what the provider must repeat in its token
     * @param verifier what proves that the one who began it finishes it (PKCE, RFC 7636)
     * @param at when it began
     */
    record Departure(String stateDigest, String browserDigest, String nonce, String verifier, Instant at) {}
}
