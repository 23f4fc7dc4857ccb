package org.quanlian.vouchers.accounts;

import java.net.URI;

/** Logs people in at the provider of identities that the operator configured, by OpenID Connect. */
public interface ProviderSignIn {
    /**
     * Begins a login.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code NOT_FOUND oidc.off} when no provider is configured
     */
    Departure depart();

    /**
     * Finishes a login with what the provider sent back.
     *
     * @param state what the provider repeats
     * @param code what the provider gives tokens for
     * @param browser what the browser was given when the login began
     * @throws org.quanlian.vouchers.RefusedException {@code UNAUTHENTICATED oidc.refused}, and why in the log
     * @throws org.quanlian.vouchers.RefusedException {@code NOT_FOUND oidc.off} when no provider is configured
     */
    SignIn.Tokens arrive(String state, String code, String browser);

    /**
     * Where a login goes on.
     *
     * @param provider where to send the browser
     * @param browser what only this browser must get, and bring back
     * @param secure whether it comes back by HTTPS
     */
    record Departure(URI provider, String browser, boolean secure) {
        /** Says nothing: its parts must not get into logs. */
        @Override
        public String toString() {
            return "Departure[hidden]";
        }
    }
}
