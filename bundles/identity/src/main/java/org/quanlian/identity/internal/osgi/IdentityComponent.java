package org.quanlian.identity.internal.osgi;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Authenticator;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.GuessingGuard;
import org.quanlian.vouchers.accounts.GuessingLimits;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.accounts.Passwords;
import org.quanlian.vouchers.accounts.ProviderSignIn;
import org.quanlian.vouchers.accounts.SignIn;
import org.quanlian.vouchers.accounts.SignInLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires identity while the store is there: logging in, knowing who asks, and the first operator. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.identity")
public final class IdentityComponent {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityComponent.class);
    private static final String AUDIENCE = "quanlian-api";
    private static final Duration UPKEEP_EVERY = Duration.ofMinutes(10);

    private final List<ServiceRegistration<?>> registrations = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quanlian-identity"));
    private final FirstOperatorFile firstOperator;
    private final Keyring keyring;
    private final Upkeep upkeep;
    private final ScheduledFuture<?> upkeeping;

    /**
     * Starts.
     *
     * @param context context of this bundle, which knows the node's folders
     * @param store where accounts are kept
     * @param configuration what the operator set
     */
    @Activate
    public IdentityComponent(BundleContext context, @Reference Store store, IdentityConfiguration configuration) {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(clock, random);
        Path data = Path.of(context.getProperty("karaf.base"));

        Argon2Passwords passwords = new Argon2Passwords(
                new HashingEffort(configuration.password_memory_kib(), configuration.password_passes()),
                configuration.password_at_once(),
                random);
        GuessingGuard guard = new GuessingGuard(clock, GuessingLimits.DEFAULT);
        LoginSessionKeeper sessions = new LoginSessionKeeper(
                clock,
                ids,
                random,
                new SignInLimits(
                        Duration.ofHours(configuration.session_idle_hours()),
                        Duration.ofDays(configuration.session_days())));
        keyring = new Keyring(data.resolve("keys"), store, clock, Duration.ofDays(configuration.token_key_days()));
        AccessTokens tokens = new AccessTokens(
                new AccessTokens.Settings(
                        configuration.token_issuer(), AUDIENCE, Duration.ofMinutes(configuration.token_minutes())),
                keyring,
                clock);
        TokenAuthenticator authenticator = new TokenAuthenticator(tokens, sessions);
        NodeSignIn signIn = new NodeSignIn(
                store,
                passwords,
                guard,
                new SourceAddresses(List.of(configuration.trusted_proxies().split(",", -1))),
                sessions,
                new OwnAccounts(clock, ids),
                tokens,
                authenticator);
        ProviderSignIn provider = configuration.oidc_issuer().isBlank()
                ? OidcSignIn.off()
                : new OidcSignIn(settings(configuration), store, clock, random, sessions, signIn);
        firstOperator = new FirstOperatorFile(store, passwords, new FirstOperator(clock, ids), data, random);
        upkeep = new Upkeep(store, guard, clock, OidcSettings.DEPARTURE_STAYS);

        register(context, Passwords.class, passwords);
        register(context, Authenticator.class, authenticator);
        register(context, SignIn.class, signIn);
        register(context, ProviderSignIn.class, provider);
        // Not here: the database may refuse for a moment, and is then asked again.
        upkeeping = background.scheduleWithFixedDelay(this::keepUp, 0, UPKEEP_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        upkeeping.cancel(true);
        background.shutdownNow();
        try {
            if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the upkeep of accounts did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepUp() {
        try {
            firstOperator
                    .makeFirst()
                    .ifPresent(file -> LOG.info(
                            "there is the new account {}; its one-time password is in {}", FirstOperator.LOGIN, file));
            keyring.recheck();
            upkeep.run();
        } catch (RuntimeException e) {
            // It would not be run again otherwise.
            LOG.error("the upkeep of accounts failed and is tried again in {}", UPKEEP_EVERY, e);
        }
    }

    private <T> void register(BundleContext context, Class<T> type, T service) {
        registrations.add(context.registerService(type, service, FrameworkUtil.asDictionary(Map.of())));
    }

    private static OidcSettings settings(IdentityConfiguration configuration) {
        return new OidcSettings(
                URI.create(configuration.oidc_issuer()),
                configuration.oidc_client_id(),
                configuration.oidc_client_secret(),
                URI.create(configuration.oidc_redirect()),
                configuration.oidc_claim(),
                configuration.oidc_scopes());
    }
}
