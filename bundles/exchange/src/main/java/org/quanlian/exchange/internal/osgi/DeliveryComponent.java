package org.quanlian.exchange.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.internal.delivery.Delivery;
import org.quanlian.exchange.internal.delivery.DeliverySettings;
import org.quanlian.exchange.internal.routes.DispatchRoutes;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.transport.Receiver;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;

/** Delivers messages while the exchange is configured and the database is there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.delivery")
public final class DeliveryComponent {
    private final Delivery delivery;
    private final List<ServiceRegistration<?>> registrations;

    /**
     * @param context context of this bundle
     * @param store where messages are kept
     * @param clock tells the node's time
     * @param credentials who this node is; there when the exchange is configured
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
        delivery = new Delivery(
                credentials.node(),
                store,
                clock,
                new Ids(clock, new SecureRandom()),
                courier,
                credentials::signer,
                settings,
                RandomGenerator.getDefault());
        registrations = List.of(
                context.registerService(Receiver.class, delivery.reception()::receive, null),
                context.registerService(Telling.class, delivery.telling(), null),
                context.registerService(
                        RoutesBuilder.class, new DispatchRoutes(delivery.rounds(), settings.pause()), null));
    }

    /** Bundles that own data come and go without ending what is delivered. */
    @Reference(
            name = "appliers",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeApplier")
    void addApplier(Applier applier) {
        delivery.add(applier);
    }

    void removeApplier(Applier applier) {
        delivery.remove(applier);
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        delivery.close();
    }
}
