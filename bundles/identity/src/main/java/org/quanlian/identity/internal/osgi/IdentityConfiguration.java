package org.quanlian.identity.internal.osgi;

/** What an operator may set, PID {@code org.quanlian.identity}; see docs/operators.md. */
@interface IdentityConfiguration {
    /** Who gives the access tokens: the same on all nodes of one store. */
    String token_issuer() default "quanlian";

    /** How many minutes an access token is good. */
    int token_minutes() default 10;

    /** After how many days a node signs with a new key. */
    int token_key_days() default 90;

    /** After how many hours without use a session ends. */
    int session_idle_hours() default 8;

    /** After how many days a session ends, however much it is used. */
    int session_days() default 7;

    /** Memory that hashing a password takes, in KiB. */
    int password_memory_kib() default 19_456;

    /** Passes over that memory. */
    int password_passes() default 2;

    /** How many passwords are hashed at once. */
    int password_at_once() default 4;

    /** Addresses of proxies whose {@code X-Forwarded-For} is believed, with commas between. */
    String trusted_proxies() default "";

    /** The provider of identities; none when it is empty. */
    String oidc_issuer() default "";

    /** How the provider knows this node. */
    String oidc_client_id() default "";

    /** By what the provider knows that it is this node; empty for a public client. */
    String oidc_client_secret() default "";

    /** This node's {@code /api/v1/oidc/callback} as browsers reach it. */
    String oidc_redirect() default "";

    /** Which claim of the provider is a login of this node. */
    String oidc_claim() default "preferred_username";

    /** What is asked of the provider. */
    String oidc_scopes() default "openid profile";
}
