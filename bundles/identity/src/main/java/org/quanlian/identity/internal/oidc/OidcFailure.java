package org.quanlian.identity.internal.oidc;

/** A login at the provider that did not come about; the reason is for the log, not for whoever tried. */
final class OidcFailure extends Exception {
    private static final long serialVersionUID = 1L;

    OidcFailure(String reason) {
        super(reason);
    }

    OidcFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
