package org.quanlian.vouchers.accounts;

import java.util.Objects;
import java.util.function.Function;

/**
 * All by which the node knows who asks. It is there while the store is.
 *
 * @param authenticator tells who stands behind an access token
 * @param signIn logs people in and out
 * @param provider logs people in at another provider of identities
 * @param passwords hashes passwords
 * @param addresses tells the address from which a request comes, behind the proxies that are believed
 */
public record Identity(
        Authenticator authenticator,
        SignIn signIn,
        ProviderSignIn provider,
        Passwords passwords,
        Function<Source, String> addresses) {
    public Identity {
        Objects.requireNonNull(authenticator, "authenticator");
        Objects.requireNonNull(signIn, "signIn");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(passwords, "passwords");
        Objects.requireNonNull(addresses, "addresses");
    }
}
