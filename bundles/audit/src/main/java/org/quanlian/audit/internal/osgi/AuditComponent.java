package org.quanlian.audit.internal.osgi;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.audit.internal.AnchorFile;
import org.quanlian.audit.internal.Anchoring;
import org.quanlian.audit.internal.AuditDesk;
import org.quanlian.audit.internal.AuditSettings;
import org.quanlian.audit.internal.NodeSignatures;
import org.quanlian.keys.NodeKeys;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Anchors the trail in the background while the database is there, and offers the console what it needs. */
@Component(service = AuditDesk.class, immediate = true, configurationPid = "org.quanlian.audit")
public final class AuditComponent implements AuditDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AuditComponent.class);

    /** How often it is looked whether an anchor is due. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Store store;
    private final NodeSignatures signatures;
    private final AnchorFile file;
    private final Anchoring anchoring;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "quanlian-audit");

    /**
     * @param context context of this bundle, which knows the node's folders
     * @param store where the trail is kept
     * @param clock tells the node's time
     * @param keys signs
     * @param configuration see docs/operators.md
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public AuditComponent(
            BundleContext context,
            @Reference Store store,
            @Reference Clock clock,
            @Reference NodeKeys keys,
            Map<String, Object> configuration) {
        this.store = store;
        signatures = new NodeSignatures(keys);
        file = new AnchorFile(Path.of(context.getProperty("karaf.base"), "audit", "anchors.jsonl"));
        anchoring = new Anchoring(store, signatures, file, clock, AuditSettings.of(configuration));
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        closed.countDown();
        thread.join(PAUSE.toMillis());
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public NodeSignatures signatures() {
        return signatures;
    }

    @Override
    public AnchorFile file() {
        return file;
    }

    private void run() {
        try {
            do {
                round();
            } while (!closed.await(PAUSE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is thrown here would end all later rounds. */
    private void round() {
        try {
            anchoring.round();
        } catch (StoreUnavailableException e) {
            LOG.warn("anchors of the audit trail wait for the database: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("no anchor of the audit trail could be made; it is tried again", e);
        }
    }
}
