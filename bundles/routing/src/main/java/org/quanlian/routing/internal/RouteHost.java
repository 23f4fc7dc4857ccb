package org.quanlian.routing.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.quanlian.routing.HostedRoutes;
import org.quanlian.routing.RouteContribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Camel context of the node, and whose routes run in it.
 *
 * <p>A contribution is taken in whole or not at all: when one of its routes can't start, those before it are taken back
 * and the others' go on. Only one contribution holds a key; a second one waits until the first has left, because in a
 * swap nobody promises that the old one leaves before the new one comes.
 */
final class RouteHost implements HostedRoutes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHost.class);

    private final Duration stopTimeout;
    private final DefaultCamelContext context;
    private final Model model;
    private final Map<Long, Guest> guests = new LinkedHashMap<>();
    private boolean closed;

    /** Published after each change, so that readers never wait for a route that takes its time to stop. */
    private volatile List<RouteContribution> published = List.of();

    /** Whose routes Camel is being given: the definitions that come up meanwhile are its own. */
    private Guest arriving;

    /**
     * @param stopTimeout how long the exchanges of a route that is taken away may still run before they are cut off
     */
    RouteHost(Duration stopTimeout) {
        if (stopTimeout.toMillis() <= 0) {
            throw new IllegalArgumentException("The time to stop a route must be positive, but is " + stopTimeout);
        }
        this.stopTimeout = stopTimeout;
        context = new DefaultCamelContext(false);
        context.getCamelContextExtension().setName("quanlian");
        // Camel finds its components, languages and converters through this loader. It is Camel's own on purpose:
        // contributors come and go, so nothing of theirs may be found by name.
        context.setApplicationContextClassLoader(CamelContext.class.getClassLoader());
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(stopTimeout.toMillis());
        context.getShutdownStrategy().setShutdownNowOnTimeout(true);
        model = context.getCamelContextExtension().getContextPlugin(Model.class);
        model.addModelLifecycleStrategy(new ModelLifecycleStrategySupport() {
            @Override
            public void onAddRouteDefinition(RouteDefinition definition) {
                if (arriving != null) {
                    arriving.claim(definition);
                }
            }
        });
        context.start();
    }

    /** Starts the routes of a contributor; when they are wrong, says so in the log and in {@link #contributions()}. */
    synchronized void add(long serviceId, Map<String, ?> properties, RoutesBuilder builder) {
        if (closed) {
            return;
        }
        Guest guest = new Guest(serviceId, ContributionKey.of(serviceId, properties), builder);
        guests.put(serviceId, guest);
        admit(guest);
        publish();
    }

    /** Stops the routes of a contributor, each within the bound, and removes them. */
    synchronized void remove(long serviceId) {
        Guest leaving = guests.remove(serviceId);
        if (leaving == null) {
            // Refused before it had a place, or everything was taken down when the host closed.
            return;
        }
        List<String> removed = leaving.routeIds();
        takeDown(leaving);
        LOG.info("Routes of {} (service {}) removed: {}", leaving.key, serviceId, removed);
        guests.values().stream()
                .filter(guest -> guest.waiting && guest.key.equals(leaving.key))
                .findFirst()
                .ifPresent(this::admit);
        publish();
    }

    @Override
    public List<RouteContribution> contributions() {
        return published;
    }

    /** Stops every route within the bound and the context with them. */
    @Override
    public synchronized void close() {
        closed = true;
        guests.clear();
        publish();
        context.stop();
    }

    /** For tests: the context that the routes run in. */
    CamelContext context() {
        return context;
    }

    private void admit(Guest guest) {
        Optional<Guest> holder = guests.values().stream()
                .filter(other -> other != guest && other.key.equals(guest.key) && other.refusal.isEmpty())
                .findFirst();
        guest.waiting = holder.isPresent();
        if (holder.isPresent()) {
            guest.refusal = Optional.of("the routes of service " + holder.get().serviceId
                    + " run under the same key; these wait until it leaves");
            LOG.error("Routes of {} (service {}) refused: {}", guest.key, guest.serviceId, guest.refusal.get());
            return;
        }
        guest.refusal = Optional.empty();
        arriving = guest;
        try {
            context.addRoutes(guest.builder);
            LOG.info("Routes of {} (service {}) started: {}", guest.key, guest.serviceId, guest.routeIds());
        } catch (Exception | LinkageError e) {
            // Whatever a contributor does wrong is its own failure, never the node's.
            guest.refusal = Optional.of(reason(e));
            LOG.error("Routes of {} (service {}) refused: {}", guest.key, guest.serviceId, reason(e), e);
            takeDown(guest);
        } finally {
            arriving = null;
        }
    }

    private void takeDown(Guest guest) {
        for (RouteDefinition definition : guest.definitions) {
            String id = definition.getRouteId();
            try {
                context.getRouteController().stopRoute(id, stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
                if (!context.removeRoute(id) && model.getRouteDefinitions().contains(definition)) {
                    // It never became a route: only its definition is there.
                    model.removeRouteDefinition(definition);
                }
            } catch (Exception e) {
                // The other routes have to be taken down all the same.
                LOG.error("Route {} could not be removed", id, e);
            }
        }
        guest.definitions.clear();
    }

    private void publish() {
        published = guests.values().stream().map(Guest::describe).toList();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** A contributor as the host knows it. */
    private static final class Guest {
        private final long serviceId;
        private final String key;
        private final RoutesBuilder builder;
        private final List<RouteDefinition> definitions = new ArrayList<>();
        private Optional<String> refusal = Optional.empty();
        private boolean waiting;

        Guest(long serviceId, String key, RoutesBuilder builder) {
            this.serviceId = serviceId;
            this.key = key;
            this.builder = builder;
        }

        /** Puts the key before the id of a route; one without an id is called by its place. */
        void claim(RouteDefinition definition) {
            definitions.add(definition);
            String id = definition.getId() == null ? "route-" + definitions.size() : definition.getId();
            // A builder that was hosted before brings the definitions it made then.
            definition.setId(id.startsWith(key + "/") ? id : key + "/" + id);
        }

        List<String> routeIds() {
            return definitions.stream().map(RouteDefinition::getRouteId).toList();
        }

        RouteContribution describe() {
            return new RouteContribution(key, serviceId, routeIds(), refusal);
        }
    }
}
