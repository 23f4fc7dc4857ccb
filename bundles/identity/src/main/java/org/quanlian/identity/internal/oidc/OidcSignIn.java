package org.quanlian.identity.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.quanlian.identity.internal.signin.NodeSignIn;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.LoginSessionKeeper.Granted;
import org.quanlian.vouchers.accounts.OidcLinks;
import org.quanlian.vouchers.accounts.ProviderSignIn;
import org.quanlian.vouchers.accounts.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs people in at the configured provider. The provider says who somebody is; what they may do here stands here: nobody
 * gets an account by logging in there, and no role comes from there.
 */
public final class OidcSignIn implements ProviderSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(OidcSignIn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_PARAMETER = 2000;

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final Store store;
    private final Clock clock;
    private final SecureRandom random;
    private final LoginSessionKeeper sessions;
    private final NodeSignIn signIn;

    public OidcSignIn(
            OidcSettings settings,
            Store store,
            Clock clock,
            SecureRandom random,
            LoginSessionKeeper sessions,
            NodeSignIn signIn) {
        this.settings = settings;
        this.provider = new OidcProvider(
                settings,
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                clock);
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    /** What answers when no provider is configured. */
    public static ProviderSignIn off() {
        return new ProviderSignIn() {
            @Override
            public Departure depart() {
                throw TEXTS.refused(Kind.NOT_FOUND, "oidc.off");
            }

            @Override
            public SignIn.Tokens arrive(String state, String code, String browser) {
                throw TEXTS.refused(Kind.NOT_FOUND, "oidc.off");
            }
        };
    }

    @Override
    public Departure depart() {
        String state = LoginSessionKeeper.randomToken(random);
        String browser = LoginSessionKeeper.randomToken(random);
        String nonce = LoginSessionKeeper.randomToken(random);
        String verifier = LoginSessionKeeper.randomToken(random);
        try {
            URI address = provider.loginAddress(state, nonce, challenge(verifier));
            OidcLinks.Departure departure = new OidcLinks.Departure(
                    LoginSessionKeeper.digest(state),
                    LoginSessionKeeper.digest(browser),
                    nonce,
                    verifier,
                    clock.instant());
            store.write(session -> {
                session.accounts().oidc().begin(departure);
                return departure;
            });
            return new Departure(
                    address, browser, "https".equals(settings.redirect().getScheme()));
        } catch (OidcFailure e) {
            LOG.warn("nobody can log in at {}", settings.issuer(), e);
            throw TEXTS.refused(Kind.CONFLICT, "oidc.unreachable");
        }
    }

    @Override
    public SignIn.Tokens arrive(String state, String code, String browser) {
        try {
            if (state.length() > MAX_PARAMETER || code.length() > MAX_PARAMETER) {
                throw new OidcFailure("state or code is longer than any");
            }
            // It is taken before anything is looked at: whatever happens, it is good for one try.
            OidcLinks.Departure departure = store.<Optional<OidcLinks.Departure>>write(
                            session -> session.accounts().oidc().take(LoginSessionKeeper.digest(state)))
                    .filter(of -> clock.instant().isBefore(of.at().plus(OidcSettings.DEPARTURE_STAYS)))
                    .orElseThrow(() -> new OidcFailure("no login with that state is under way"));
            if (!departure.browserDigest().equals(LoginSessionKeeper.digest(browser))) {
                throw new OidcFailure("the login was begun in another browser");
            }
            JWTClaimsSet claims = provider.redeem(code, departure.nonce(), departure.verifier());
            Optional<Granted> granted = store.write(session -> account(session, claims)
                    .map(account -> sessions.begin(session, account, LoginSession.Method.OIDC)));
            Granted found = granted.orElseThrow(
                    () -> new OidcFailure("subject " + claims.getSubject() + " has no account that can be used"));
            LOG.info("account {} logged in at {}", found.account().id(), settings.issuer());
            return signIn.tokens(found);
        } catch (OidcFailure e) {
            LOG.info("a login at {} was refused", settings.issuer(), e);
            throw TEXTS.refused(Kind.UNAUTHENTICATED, "oidc.refused");
        }
    }

    private Optional<Account> account(Session session, JWTClaimsSet claims) {
        String issuer = settings.issuer().toString();
        OidcLinks links = session.accounts().oidc();
        Optional<Id<Account>> linked = links.account(issuer, claims.getSubject());
        Optional<Account> account = linked.isPresent()
                ? session.accounts().find(linked.get())
                : named(claims).flatMap(login -> session.accounts().findByLogin(login));
        return account.filter(of -> !of.isDisabled()).map(of -> {
            if (linked.isEmpty()) {
                // From now on the subject counts, which never passes to somebody else, as a login there might.
                links.link(issuer, claims.getSubject(), of.id(), clock.instant());
                LOG.info("account {} is linked to a subject of {}", of.id(), issuer);
            }
            return of;
        });
    }

    private Optional<String> named(JWTClaimsSet claims) {
        // A mail address that the provider did not verify is what anybody may have typed there.
        boolean unverified =
                settings.claim().equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"));
        return claims.getClaim(settings.claim()) instanceof String login && !unverified
                ? Optional.of(login)
                : Optional.empty();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
