package org.quanlian.store.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.backup.DocumentFolder;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.keys.NodeKeys;
import org.quanlian.store.internal.files.DocumentReadiness;
import org.quanlian.store.internal.files.DocumentSettings;
import org.quanlian.store.internal.files.FileContents;
import org.quanlian.store.internal.files.SealedTexts;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the contents of documents and the seal of personal data, and sweeps orphans when the store comes. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.documents")
public final class DocumentComponent {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentComponent.class);

    private static final Duration READINESS_BOUND = Duration.ofMillis(900);
    private static final Duration WRITE_PROBE_EVERY = Duration.ofSeconds(5);

    private final DocumentSettings settings;
    private final FileContents contents;
    /** Files bear the time of the machine, whatever time the node is told. */
    private final Clock machine = Clock.systemUTC();

    private final DocumentReadiness readiness;
    private final List<ServiceRegistration<?>> registrations;

    /**
     * @param context context of this bundle
     * @param keys seal what is personal
     * @param configuration see {@link DocumentSettings}
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public DocumentComponent(BundleContext context, @Reference NodeKeys keys, Map<String, Object> configuration) {
        settings = DocumentSettings.read(configuration, Path.of(context.getProperty("karaf.base")), keys.folder());
        SecureRandom random = new SecureRandom();
        contents = new FileContents(settings.folder(), settings.limits(), keys, random);
        readiness = new DocumentReadiness(settings.folder(), READINESS_BOUND, WRITE_PROBE_EVERY);
        registrations = List.of(
                context.registerService(ReadinessCheck.class, readiness, null),
                context.registerService(ContentStore.class, contents, null),
                context.registerService(
                        DocumentFolder.class, new DocumentFolder(settings.folder(), FileContents.INCOMING), null),
                context.registerService(PersonalData.class, new SealedTexts(keys, random), null));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addStore(Store store) {
        Thread sweeper = new Thread(() -> sweep(store), "documents-sweep");
        sweeper.setDaemon(true);
        sweeper.start();
    }

    void removeStore(Store store) {
        // A sweep that is on its way ends with the first question that the store no longer answers.
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        readiness.close();
    }

    private void sweep(Store store) {
        try {
            int removed = contents.sweep(
                    machine.instant().minus(settings.orphansKept()),
                    address -> store.read(session -> session.documents().standsOn(address)));
            LOG.info("Documents in {}: {} orphaned files removed", settings.folder(), removed);
        } catch (IOException | RuntimeException e) {
            // Orphans only take room: the next start sweeps them.
            LOG.warn("orphaned documents could not be swept", e);
        }
    }
}
