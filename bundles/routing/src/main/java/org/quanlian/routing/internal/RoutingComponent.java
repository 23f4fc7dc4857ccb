package org.quanlian.routing.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.routing.HostedRoutes;
import org.quanlian.routing.RouteContribution;

/** The route host as an OSGi component: hands it every {@link RoutesBuilder} service that comes and goes. */
@Component(
        service = HostedRoutes.class,
        immediate = true,
        configurationPid = "org.quanlian.routing",
        reference =
                @Reference(
                        name = "routes",
                        service = RoutesBuilder.class,
                        cardinality = ReferenceCardinality.MULTIPLE,
                        policy = ReferencePolicy.DYNAMIC,
                        bind = "contribute",
                        unbind = "withdraw"))
public final class RoutingComponent implements HostedRoutes {
    private static final String SERVICE_ID = "service.id";

    private final RouteHost host;

    /** What an operator may set in {@code etc/org.quanlian.routing.cfg}. */
    @interface Settings {
        /** How many seconds the exchanges of a route that is taken away may still run before they are cut off. */
        long stopTimeoutSeconds() default 10;
    }

    @Activate
    public RoutingComponent(Settings settings) {
        host = new RouteHost(Duration.ofSeconds(settings.stopTimeoutSeconds()));
    }

    @Override
    public List<RouteContribution> contributions() {
        return host.contributions();
    }

    void contribute(RoutesBuilder builder, Map<String, Object> properties) {
        host.add((Long) properties.get(SERVICE_ID), properties, builder);
    }

    void withdraw(Map<String, Object> properties) {
        host.remove((Long) properties.get(SERVICE_ID));
    }

    @Deactivate
    void close() {
        host.close();
    }
}
