package org.quanlian.exchange.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
import org.quanlian.exchange.internal.DescriptorNews;
import org.quanlian.exchange.internal.ExchangeSettings;
import org.quanlian.exchange.internal.ExpiryWatch;
import org.quanlian.exchange.internal.Listening;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.internal.transport.ExchangeServer;
import org.quanlian.exchange.internal.transport.HttpCourier;
import org.quanlian.exchange.internal.transport.Messages;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.partner.Introductions;
import org.quanlian.exchange.partner.OwnDescriptor;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.exchange.partner.PartnerOverview;
import org.quanlian.exchange.partner.PartnerUpkeep;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.exchange.transport.Receiver;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.keys.CertifiedKey;
import org.quanlian.keys.NodeKeys;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the exchange while {@code etc/org.quanlian.exchange.cfg} names this node's province and the database is there: answers
 * partners, offers the courier and this node's credentials, and watches what ends. Without a province it offers the console
 * alone, which says so.
 */
@Component(service = PartnerDesk.class, immediate = true, configurationPid = "org.quanlian.exchange")
public final class ExchangeComponent implements PartnerDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeComponent.class);

    /** How often it is tried to listen, until it does. */
    private static final Duration LISTEN_PAUSE = Duration.ofSeconds(10);
    /** How often it is looked what ends. */
    private static final Duration WATCH_PAUSE = Duration.ofMinutes(10);

    private final Store store;
    private final Optional<Exchange> exchange;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<PeerService> services = new CopyOnWriteArrayList<>();
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final Optional<Listening> listening;
    private final ScheduledExecutorService executor;

    /**
     * @param context context of this bundle
     * @param store where partners are kept
     * @param clock tells the node's time
     * @param keys where keys lie
     * @param configuration see docs/partners.md
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public ExchangeComponent(
            BundleContext context,
            @Reference Store store,
            @Reference Clock clock,
            @Reference NodeKeys keys,
            Map<String, Object> configuration) {
        this.store = store;
        Optional<ExchangeSettings> settings = ExchangeSettings.of(configuration);
        SecureRandom random = new SecureRandom();
        exchange = settings.map(set -> exchange(store, clock, keys, set, random));
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "quanlian-exchange-watch");
            thread.setDaemon(true);
            return thread;
        });
        if (exchange.isEmpty()) {
            LOG.info("nothing is exchanged with other provinces, as no province is configured");
            listening = Optional.empty();
            return;
        }
        NodeCredentials credentials = exchange.get().credentials();
        Supplier<CertifiedKey> own = () -> credentials.working(Use.TRANSPORT).key();
        Supplier<List<Pin>> pins = () -> store.<List<Pin>>read(
                session -> PartnerBook.connections(session.exchange().partners(), clock.instant()));
        ExchangeSettings set = settings.get();
        Listening server = new Listening(() -> new ExchangeServer(set.host(), set.port(), own, pins, this::answering));
        listening = Optional.of(server);
        ExpiryWatch watch = new ExpiryWatch(exchange.get().overview());
        registrations.add(context.registerService(NodeCredentials.class, credentials, null));
        registrations.add(context.registerService(
                Applier.class, new DescriptorNews(exchange.get().introductions()), null));
        registrations.add(context.registerService(Courier.class, new HttpCourier(own, pins), null));
        registrations.add(context.registerService(ReadinessCheck.class, new ExchangeReadiness(server, watch), null));
        every(LISTEN_PAUSE, server::round);
        every(WATCH_PAUSE, watch::round);
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        executor.shutdownNow();
        listening.ifPresent(Listening::close);
    }

    /** Who takes messages comes and goes without ending connections. */
    @Reference(
            name = "receivers",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeReceiver")
    void addReceiver(Receiver receiver) {
        receivers.add(receiver);
    }

    void removeReceiver(Receiver receiver) {
        receivers.remove(receiver);
    }

    /** What else partners may ask. */
    @Reference(
            name = "services",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeService")
    void addService(PeerService service) {
        services.add(service);
    }

    void removeService(PeerService service) {
        services.remove(service);
    }

    @Override
    public Optional<Exchange> exchange() {
        return exchange;
    }

    @Override
    public Store store() {
        return store;
    }

    private List<PeerService> answering() {
        List<PeerService> all = new ArrayList<>(services);
        receivers.stream().findFirst().ifPresent(receiver -> all.add(new Messages(receiver)));
        return all;
    }

    private static Exchange exchange(
            Store store, Clock clock, NodeKeys keys, ExchangeSettings settings, SecureRandom random) {
        NodeCredentials credentials = new NodeCredentials(keys, settings.node(), clock, settings.periods(), random);
        return new Exchange(
                credentials,
                new OwnDescriptor(credentials, settings.offer(), clock),
                new Introductions(store, clock, credentials, settings.offer()),
                new PartnerUpkeep(store, clock),
                new PartnerOverview(store, clock, credentials));
    }

    private void every(Duration pause, Runnable work) {
        // It never ends by itself, so there is nothing to be had from it.
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (StoreUnavailableException e) {
                        LOG.warn("the exchange waits for the database: {}", e.getMessage());
                    } catch (RuntimeException e) {
                        // What is thrown here would end all later rounds.
                        LOG.error("a round of the exchange failed, and is tried again", e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
