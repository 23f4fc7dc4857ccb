package org.quanlian.rest.internal.osgi;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.RestNode;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.registry.PersonKeys;

/** Wires the node's HTTP side to the policy engine, to the store while it is there, and to the servlet container. */
@Component(
        service = {},
        immediate = true)
public final class RestComponent {
    private final AtomicReference<Store> store = new AtomicReference<>();
    private final AtomicReference<Identity> identity = new AtomicReference<>();
    private final List<ReadinessCheck> parts = new CopyOnWriteArrayList<>();
    private final RestNode node;
    private final Whiteboard whiteboard;

    /**
     * Starts answering.
     *
     * @param context context of this bundle
     * @param registry knows the policies
     * @param assessments decides claims
     */
    @Activate
    public RestComponent(
            BundleContext context, @Reference PolicyRegistry registry, @Reference AssessmentService assessments) {
        Clock clock = Clock.systemUTC();
        node = new RestNode(
                new Platform(clock, new Ids(clock, new SecureRandom()), registry, assessments, personKeys(context)),
                this::ports,
                () -> parts);
        whiteboard = new Whiteboard(context, node.endpoints());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(ReadinessCheck part) {
        parts.add(part);
    }

    void removePart(ReadinessCheck part) {
        parts.remove(part);
    }

    @Deactivate
    void stop() {
        whiteboard.close();
        node.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addStore(Store added) {
        store.set(added);
    }

    void removeStore(Store removed) {
        store.compareAndSet(removed, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addIdentity(Identity added) {
        identity.set(added);
    }

    void removeIdentity(Identity removed) {
        identity.compareAndSet(removed, null);
    }

    private Optional<Api.Ports> ports() {
        Store at = store.get();
        Identity guard = identity.get();
        return at == null || guard == null ? Optional.empty() : Optional.of(new Api.Ports(at, guard));
    }

    /** The key stands in the configuration folder, outside the database and with its owner alone. */
    private static PersonKeys personKeys(BundleContext context) {
        return PersonKeyFile.in(Path.of(context.getProperty("karaf.base"), "etc"));
    }
}
