package org.quanlian.rest.internal.api;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.transport.ConduitInitiatorManager;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/**
 * One JAX-RS application on CXF, put together by hand: CXF finds its parts through files on the class path, and in OSGi
 * each of its bundles sees only its own.
 */
public final class JaxRsServlet implements AutoCloseable {
    private final DestinationRegistry destinations = new DestinationRegistryImpl();
    private final Bus bus;
    private final Server server;

    /**
     * Starts the application.
     *
     * @param resources instances annotated with {@code @Path}, shared by all requests
     * @param providers exception mappers, filters, readers and writers
     */
    public JaxRsServlet(List<?> resources, List<?> providers) {
        // JAX-RS looks its implementation up through the context class loader, which in OSGi sees nothing of ours.
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        // A bus of our own: the default one is static and would outlive this bundle.
        bus = new ExtensionManagerBus(null, null, Bus.class.getClassLoader());
        HTTPTransportFactory transport = new HTTPTransportFactory(destinations);
        DestinationFactoryManager inbound = bus.getExtension(DestinationFactoryManager.class);
        ConduitInitiatorManager outbound = bus.getExtension(ConduitInitiatorManager.class);
        for (String id : HTTPTransportFactory.DEFAULT_NAMESPACES) {
            inbound.registerDestinationFactory(id, transport);
            outbound.registerConduitInitiator(id, transport);
        }
        bus.setExtension(transport, HTTPTransportFactory.class);
        bus.setExtension(destinations, DestinationRegistry.class);

        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBeans(List.copyOf(resources));
        factory.setProviders(List.copyOf(providers));
        server = factory.create();
    }

    /** The servlet that serves the application at the pattern under which it is registered. */
    public Servlet servlet() {
        return new ContainedServlet(destinations, bus);
    }

    @Override
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }

    /** The container takes a servlet down and up again when it restarts; the application must outlast that. */
    private static final class ContainedServlet extends CXFNonSpringServlet {
        ContainedServlet(DestinationRegistry destinations, Bus bus) {
            super(destinations, bus);
        }

        @Override
        public void destroyBus() {
            // The bus ends with the application, not with the servlet.
        }
    }
}
