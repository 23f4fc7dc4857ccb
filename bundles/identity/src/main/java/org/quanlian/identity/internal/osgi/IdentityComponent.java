package org.quanlian.identity.internal.osgi;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.quanlian.identity.internal.NodeIdentity;
import org.quanlian.identity.internal.oidc.OidcSettings;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.identity.internal.tokens.AccessTokens;
import org.quanlian.keys.KeyRotation;
import org.quanlian.keys.NodeKeys;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.GuessingLimits;
import org.quanlian.vouchers.accounts.Identity;
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
    private static final Duration UPKEEP_EVERY = Duration.ofMinutes(10);
    private static final long STOP_SECONDS = 10;

    private final NodeIdentity identity;
    private final List<ServiceRegistration<?>> registrations;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quanlian-identity"));
    private final ScheduledFuture<?> upkeep;

    /**
     * Starts.
     *
     * @param context context of this bundle, which knows the node's folders
     * @param clock tells the node's time
     * @param store where accounts are kept
     * @param keys the keys of the node
     * @param configuration what the operator set
     */
    @Activate
    public IdentityComponent(
            BundleContext context,
            @Reference Clock clock,
            @Reference Store store,
            @Reference NodeKeys keys,
            IdentityConfiguration configuration) {
        identity = new NodeIdentity(
                store,
                clock,
                new SecureRandom(),
                keys,
                Path.of(context.getProperty("karaf.base")),
                settings(configuration));
        registrations = List.of(
                context.registerService(Identity.class, identity.identity(), FrameworkUtil.asDictionary(Map.of())),
                context.registerService(KeyRotation.class, identity.keyring(), FrameworkUtil.asDictionary(Map.of())));
        // Not here: the database may refuse for a moment, and is then asked again.
        upkeep = background.scheduleWithFixedDelay(this::keepUp, 0, UPKEEP_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        upkeep.cancel(true);
        background.shutdownNow();
        try {
            if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the upkeep of accounts did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepUp() {
        try {
            identity.firstOperator()
                    .makeFirst()
                    .ifPresent(file -> LOG.info(
                            "there is the new account {}; its one-time password is in {}", FirstOperator.LOGIN, file));
            identity.keyring().recheck();
            identity.upkeep().run();
        } catch (RuntimeException e) {
            // It would not be run again otherwise.
            LOG.error("the upkeep of accounts failed and is tried again in {}", UPKEEP_EVERY, e);
        }
    }

    private static NodeIdentity.Settings settings(IdentityConfiguration configuration) {
        return new NodeIdentity.Settings(
                new AccessTokens.Settings(
                        configuration.token_issuer(),
                        NodeIdentity.Settings.AUDIENCE,
                        Duration.ofMinutes(configuration.token_minutes())),
                Duration.ofDays(configuration.token_key_days()),
                new SignInLimits(
                        Duration.ofHours(configuration.session_idle_hours()),
                        Duration.ofDays(configuration.session_days())),
                new HashingEffort(configuration.password_memory_kib(), configuration.password_passes()),
                configuration.password_at_once(),
                GuessingLimits.DEFAULT,
                List.of(configuration.trusted_proxies().split(",", -1)),
                configuration.oidc_issuer().isBlank() ? Optional.empty() : Optional.of(provider(configuration)));
    }

    private static OidcSettings provider(IdentityConfiguration configuration) {
        return new OidcSettings(
                URI.create(configuration.oidc_issuer()),
                configuration.oidc_client_id(),
                configuration.oidc_client_secret(),
                URI.create(configuration.oidc_redirect()),
                configuration.oidc_claim(),
                configuration.oidc_scopes());
    }
}
