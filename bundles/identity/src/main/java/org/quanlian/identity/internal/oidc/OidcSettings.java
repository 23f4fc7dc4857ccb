package org.quanlian.identity.internal.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * The provider of identities that people may log in at.
 *
 * @param issuer who the provider says it is; its discovery document is looked for beneath (OpenID Connect Discovery 1.0)
 * @param clientId how the provider knows this node
 * @param clientSecret by what it knows that it is this node; empty for a public client, which PKCE protects
 * @param redirect where the provider sends people back: the node's {@code /api/v1/oidc/callback} as browsers reach it
 * @param claim which claim of the provider's token is a login of this node, for the first login of somebody
 * @param scopes what is asked for
 */
public record OidcSettings(
        URI issuer, String clientId, String clientSecret, URI redirect, String claim, String scopes) {
    /** How long a login at the provider may take. */
    public static final Duration DEPARTURE_STAYS = Duration.ofMinutes(10);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MAX_ISSUER = 500;

    /** @throws IllegalArgumentException naming the setting that can't be */
    public OidcSettings {
        requireSecure("oidc.issuer", issuer);
        requireSecure("oidc.redirect", redirect);
        if (issuer.toString().length() > MAX_ISSUER || issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException("oidc.issuer has no query and no fragment, and at most 500 characters");
        }
        if (clientId.isBlank() || claim.isBlank()) {
            throw new IllegalArgumentException("oidc.client.id and oidc.claim must not be blank");
        }
        if (!(" " + scopes + " ").contains(" openid ")) {
            throw new IllegalArgumentException("oidc.scopes must contain openid");
        }
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }

    static void requireSecure(String what, URI uri) {
        boolean secure = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost())));
        if (!secure || uri.getHost() == null) {
            throw new IllegalArgumentException(what + " must be an https address, not " + uri);
        }
    }
}
