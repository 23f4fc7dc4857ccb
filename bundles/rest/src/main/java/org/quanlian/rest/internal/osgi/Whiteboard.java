package org.quanlian.rest.internal.osgi;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.quanlian.rest.internal.RestNode;

/** The node's endpoints as services of the OSGi Servlet Whiteboard (OSGi Compendium, chapter 140). */
public final class Whiteboard implements AutoCloseable {
    private final List<ServiceRegistration<Servlet>> registrations = new ArrayList<>();

    /** Registers the endpoints; {@link #close()} takes them back. */
    public Whiteboard(BundleContext context, List<RestNode.Endpoint> endpoints) {
        endpoints.forEach(endpoint ->
                registrations.add(context.registerService(Servlet.class, endpoint.servlet(), properties(endpoint))));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private static Dictionary<String, Object> properties(RestNode.Endpoint endpoint) {
        return FrameworkUtil.asDictionary(Map.of(
                "osgi.http.whiteboard.servlet.name",
                "quanlian-" + endpoint.name(),
                "osgi.http.whiteboard.servlet.pattern",
                endpoint.patterns().toArray(String[]::new),
                // CXF would list its services to whoever asks.
                "servlet.init.hide-service-list-page",
                "true",
                // CXF would look for files through each container that ever was.
                "servlet.init.ignore.servlet.context.resolver",
                "true",
                Constants.SERVICE_RANKING,
                endpoint.ranking()));
    }
}
