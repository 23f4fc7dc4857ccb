package org.quanlian.exchange.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.internal.data.DataClasses;
import org.quanlian.exchange.internal.data.PairSecrets;
import org.quanlian.exchange.internal.delivery.DeliverySettings;
import org.quanlian.exchange.internal.routes.DataRoutes;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.replica.TellingAnnouncer;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;

/** Tells partners what changes on this node, and does what they tell, while messages are delivered. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.delivery")
public final class DataComponent {
    /** How long after a comparison the next one follows. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /**
     * @param context context of this bundle
     * @param store where everything is kept
     * @param clock tells the node's time
     * @param credentials who this node is
     * @param telling owes partners messages
     * @param configuration see docs/exchange.md
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public DataComponent(
            BundleContext context,
            @Reference Store store,
            @Reference Clock clock,
            @Reference NodeCredentials credentials,
            @Reference Telling telling,
            Map<String, Object> configuration) {
        DataClasses data = new DataClasses(
                credentials.node(),
                store,
                clock,
                new Ids(clock, new SecureRandom()),
                new TellingAnnouncer(telling, clock),
                new PairSecrets(credentials.node(), credentials::agreement),
                A_DAY);
        for (Applier applier : data.appliers()) {
            registrations.add(context.registerService(Applier.class, applier, null));
        }
        registrations.add(context.registerService(
                RoutesBuilder.class,
                new DataRoutes(data::round, DeliverySettings.of(configuration).pause()),
                null));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
