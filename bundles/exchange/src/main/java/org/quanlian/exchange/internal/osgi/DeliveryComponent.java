package org.quanlian.exchange.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.internal.data.DataClasses;
import org.quanlian.exchange.internal.data.PairSecrets;
import org.quanlian.exchange.internal.delivery.Delivery;
import org.quanlian.exchange.internal.delivery.DeliverySettings;
import org.quanlian.exchange.internal.routes.DataRoutes;
import org.quanlian.exchange.internal.routes.DispatchRoutes;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.replica.TellingAnnouncer;
import org.quanlian.exchange.transport.Receiver;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;

/**
 * Sends and takes messages while the exchange is configured: whoever carries them and signs them is there then. It contributes
 * two routes, one that sends what is owed and one that tells what changed.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.delivery")
public final class DeliveryComponent {
    /** How long after a comparison the next one follows. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Delivery delivery;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /**
     * @param context context of this bundle
     * @param store where messages are kept
     * @param clock tells the node's time
     * @param credentials by what this node is known
     * @param courier carries messages
     * @param configuration see docs/exchange.md
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public DeliveryComponent(
            BundleContext context,
            @Reference Store store,
            @Reference Clock clock,
            @Reference NodeCredentials credentials,
            @Reference Courier courier,
            Map<String, Object> configuration) {
        DeliverySettings settings = DeliverySettings.of(configuration);
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(clock, random);
        delivery = new Delivery(credentials.node(), store, clock, ids, courier, credentials::signer, settings, random);
        DataClasses data = new DataClasses(
                credentials.node(),
                store,
                clock,
                ids,
                new TellingAnnouncer(delivery.telling(), clock),
                new PairSecrets(credentials.node(), credentials::agreement),
                A_DAY);
        data.appliers().forEach(delivery::add);
        registrations.add(context.registerService(Receiver.class, delivery.reception()::receive, null));
        contribute(context, "dispatch", new DispatchRoutes(delivery.rounds(), settings.pause()));
        contribute(context, "data", new DataRoutes(data::round, settings.pause()));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        delivery.close();
    }

    private void contribute(BundleContext context, String name, RoutesBuilder routes) {
        registrations.add(context.registerService(
                RoutesBuilder.class,
                routes,
                FrameworkUtil.asDictionary(Map.of(
                        "agreement",
                        "exchange-" + name,
                        "version",
                        context.getBundle().getVersion().toString()))));
    }
}
