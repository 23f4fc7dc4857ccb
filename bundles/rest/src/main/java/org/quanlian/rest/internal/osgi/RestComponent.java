package org.quanlian.rest.internal.osgi;

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
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Purpose;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.RestNode;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Admission;
import org.quanlian.rest.internal.papers.Printshop;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.accounts.Source;
import org.quanlian.vouchers.accounts.SourceNames;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.invoices.InvoiceReader;
import org.quanlian.vouchers.papers.PaperPress;
import org.quanlian.vouchers.registry.PersonKeys;

/** Wires the node's HTTP side to the policy engine, to the store while it is there, and to the servlet container. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.limits")
public final class RestComponent {
    private final AtomicReference<Store> store = new AtomicReference<>();
    private final AtomicReference<Identity> identity = new AtomicReference<>();
    private final List<ReadinessCheck> parts = new CopyOnWriteArrayList<>();
    private final AtomicReference<SourceNames> sources = new AtomicReference<>();
    private final AtomicReference<PaperPress> press = new AtomicReference<>();
    private final AtomicReference<InvoiceReader> invoices = new AtomicReference<>();
    private final LateContents contents = new LateContents();
    private final Admission admission;
    private final RestNode node;
    private final Whiteboard whiteboard;

    /**
     * Starts answering.
     *
     * @param context context of this bundle
     * @param clock tells the node's time
     * @param registry knows the policies
     * @param assessments decides claims
     * @param keys has the key by which people are named, outside the database and with its owner alone
     * @param limits how much the operator lets in
     */
    @Activate
    public RestComponent(
            BundleContext context,
            @Reference Clock clock,
            @Reference PolicyRegistry registry,
            @Reference AssessmentService assessments,
            @Reference NodeKeys keys,
            LimitsConfiguration limits) {
        admission = new Admission(Limits.of(limits), System::nanoTime);
        node = new RestNode(
                new Platform(
                        clock,
                        new Ids(clock, new SecureRandom()),
                        registry,
                        assessments,
                        contents,
                        new PersonKeys(keys.naming(Purpose.PERSON_NAMES).current()::name)),
                this::ports,
                () -> parts,
                admission,
                this::nameOf,
                new Printshop(() -> Optional.ofNullable(press.get()), () -> Optional.ofNullable(invoices.get())));
        whiteboard = new Whiteboard(context, node.endpoints());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(ReadinessCheck part) {
        parts.add(part);
    }

    void removePart(ReadinessCheck part) {
        parts.remove(part);
    }

    /** Other limits hold for whoever comes from now on; nobody who is inside notices. */
    @Modified
    void change(LimitsConfiguration limits) {
        admission.change(Limits.of(limits));
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addContents(ContentStore added) {
        contents.set(added);
    }

    void removeContents(ContentStore removed) {
        contents.unset(removed);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addSources(SourceNames added) {
        sources.set(added);
    }

    void removeSources(SourceNames removed) {
        sources.compareAndSet(removed, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addPress(PaperPress added) {
        press.set(added);
    }

    void removePress(PaperPress removed) {
        press.compareAndSet(removed, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addInvoices(InvoiceReader added) {
        invoices.set(added);
    }

    void removeInvoices(InvoiceReader removed) {
        invoices.compareAndSet(removed, null);
    }

    /** While nobody knows the proxies, each connection counts for itself. */
    private String nameOf(Source source) {
        SourceNames names = sources.get();
        return names == null ? source.peer() : names.of(source);
    }

    private Optional<Api.Ports> ports() {
        Store at = store.get();
        Identity guard = identity.get();
        return at == null || guard == null ? Optional.empty() : Optional.of(new Api.Ports(at, guard));
    }
}
