package org.quanlian.identity.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quanlian.identity.internal.oidc.OidcSettings;
import org.quanlian.identity.internal.oidc.OidcSignIn;
import org.quanlian.identity.internal.passwords.Argon2Passwords;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.identity.internal.signin.FirstOperatorFile;
import org.quanlian.identity.internal.signin.NodeSignIn;
import org.quanlian.identity.internal.signin.SourceAddresses;
import org.quanlian.identity.internal.signin.Upkeep;
import org.quanlian.identity.internal.tokens.AccessTokens;
import org.quanlian.identity.internal.tokens.Keyring;
import org.quanlian.identity.internal.tokens.TokenAuthenticator;
import org.quanlian.keys.NodeKeys;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.GuessingGuard;
import org.quanlian.vouchers.accounts.GuessingLimits;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.accounts.ProviderSignIn;
import org.quanlian.vouchers.accounts.SignInLimits;
import org.quanlian.vouchers.accounts.SourceNames;

/** One node's identity on a store, put together. */
public final class NodeIdentity {
    private final Argon2Passwords passwords;
    private final LoginSessionKeeper sessions;
    private final Keyring keyring;
    private final SourceAddresses sources;
    private final AccessTokens tokens;
    private final Identity identity;
    private final FirstOperatorFile firstOperator;
    private final Upkeep upkeep;

    /**
     * What an operator may set.
     *
     * @param tokens what access tokens are like
     * @param keyLifetime how long a key signs them
     * @param sessions how long logins last
     * @param effort what a guess at a password costs
     * @param hashedAtOnce how many passwords are hashed at once
     * @param guessing how many may be tried
     * @param proxies addresses of proxies that are believed
     * @param provider another provider of identities, if there is one
     */
    public record Settings(
            AccessTokens.Settings tokens,
            Duration keyLifetime,
            SignInLimits sessions,
            HashingEffort effort,
            int hashedAtOnce,
            GuessingLimits guessing,
            List<String> proxies,
            Optional<OidcSettings> provider) {
        /** What the access tokens of this interface are for. */
        public static final String AUDIENCE = "quanlian-api";

        public Settings {
            proxies = List.copyOf(proxies);
            if (keyLifetime.compareTo(Duration.ofDays(1)) < 0 || hashedAtOnce < 1) {
                throw new IllegalArgumentException(
                        "a key signs for a day at least, and one password is hashed at once");
            }
        }

        /** What holds when nobody set anything, save for these. */
        public static Settings usual(HashingEffort effort, List<String> proxies, Optional<OidcSettings> provider) {
            return new Settings(
                    new AccessTokens.Settings("quanlian", AUDIENCE, Duration.ofMinutes(10)),
                    Duration.ofDays(90),
                    new SignInLimits(Duration.ofHours(8), Duration.ofDays(7)),
                    effort,
                    4,
                    GuessingLimits.DEFAULT,
                    proxies,
                    provider);
        }
    }

    /**
     * @param keys the keys of the node
     * @param data the node's data directory
     */
    public NodeIdentity(Store store, Clock clock, SecureRandom random, NodeKeys keys, Path data, Settings settings) {
        Ids ids = new Ids(clock, random);
        passwords = new Argon2Passwords(settings.effort(), settings.hashedAtOnce(), random);
        sessions = new LoginSessionKeeper(clock, ids, random, settings.sessions());
        keyring = new Keyring(keys, store, clock, settings.keyLifetime());
        tokens = new AccessTokens(settings.tokens(), keyring, clock);
        TokenAuthenticator authenticator = new TokenAuthenticator(tokens, sessions);
        sources = new SourceAddresses(settings.proxies());
        GuessingGuard guard = new GuessingGuard(clock, settings.guessing());
        NodeSignIn signIn = new NodeSignIn(
                store, passwords, guard, sources, sessions, new OwnAccounts(clock, ids), tokens, authenticator);
        ProviderSignIn provider = settings.provider()
                .<ProviderSignIn>map(at -> new OidcSignIn(at, store, clock, random, sessions, signIn))
                .orElseGet(OidcSignIn::off);
        identity = new Identity(authenticator, signIn, provider, passwords, sources::whole);
        firstOperator = new FirstOperatorFile(store, passwords, new FirstOperator(clock, ids), data, random);
        upkeep = new Upkeep(store, guard, clock, OidcSettings.DEPARTURE_STAYS);
    }

    /** What the rest of the node knows of it. */
    public Identity identity() {
        return identity;
    }

    /** Makes the first operator. */
    public FirstOperatorFile firstOperator() {
        return firstOperator;
    }

    /** Hashes passwords. */
    public Argon2Passwords passwords() {
        return passwords;
    }

    /** Keeps sessions. */
    public LoginSessionKeeper sessions() {
        return sessions;
    }

    /** Names where requests come from. */
    public SourceNames sources() {
        return sources;
    }

    /** Gives and reads access tokens. */
    public AccessTokens tokens() {
        return tokens;
    }

    /** The keys of this node. */
    public Keyring keyring() {
        return keyring;
    }

    /** Forgets what is old. */
    public Upkeep upkeep() {
        return upkeep;
    }
}
