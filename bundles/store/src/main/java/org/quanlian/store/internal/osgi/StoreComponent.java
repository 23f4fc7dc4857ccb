package org.quanlian.store.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.backup.DerbySnapshot;
import org.quanlian.store.internal.backup.PostgresSnapshot;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.session.JdbcStore;
import org.quanlian.store.internal.startup.StoreReadiness;
import org.quanlian.store.internal.startup.StoreStartup;
import org.quanlian.store.internal.startup.StoreState;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.ChainHash;

/**
 * Offers the store's services while there is a database whose schema is this version's, and says at all times whether there
 * is.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.audit")
public final class StoreComponent {
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(5);
    private static final Duration READINESS_BOUND = Duration.ofMillis(900);

    /** A disk that is full is told within this time, and one that is well again too. */
    private static final Duration WRITE_PROBE_EVERY = Duration.ofSeconds(5);

    private final StoreReadiness readiness = new StoreReadiness(READINESS_BOUND, WRITE_PROBE_EVERY);
    private final ServiceRegistration<ReadinessCheck> registration;
    private final BundleContext context;
    private final Clock clock;
    private final AtomicReference<ChainHash> hash = new AtomicReference<>();
    private Optional<StoreStartup> startup = Optional.empty();
    private List<ServiceRegistration<?>> services = List.of();

    /**
     * Waits for a database.
     *
     * @param context context of this bundle
     * @param clock tells the node's time
     * @param configuration {@code algorithm} of the audit trail, see docs/operators.md
     * @throws IllegalArgumentException when it is none that the node knows
     */
    @Activate
    public StoreComponent(BundleContext context, @Reference Clock clock, Map<String, Object> configuration) {
        this.context = context;
        this.clock = clock;
        chainBy(configuration);
        registration = context.registerService(ReadinessCheck.class, readiness, null);
    }

    /**
     * What follows in the trail is chained by another algorithm, with the database as it is: most settings of that file are
     * not ours, and to open the database anew would take the store away from everybody for each of them.
     *
     * @throws IllegalArgumentException when it is none that the node knows; then the one before stays
     */
    @Modified
    void chainBy(Map<String, Object> configuration) {
        hash.set(hash(configuration));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + DataSourceComponent.NAME_PROPERTY + "=" + DataSourceComponent.NAME + ")")
    synchronized void addDataSource(DataSource dataSource, Map<String, Object> properties) {
        Dialect dialect = Dialect.valueOf((String) properties.get(DataSourceComponent.DIALECT_PROPERTY));
        readiness.opened(Optional.of(dataSource));
        Transactions transactions = new Transactions(dataSource, dialect);
        Migrator migrator = new Migrator(transactions, Migrations.ofTheNode(), clock);
        StoreStartup begun =
                new StoreStartup(migrator, readiness::reached, () -> ready(transactions, dataSource), RETRY_PAUSE);
        startup = Optional.of(begun);
        begun.start();
    }

    synchronized void removeDataSource(DataSource dataSource) {
        closeStore();
    }

    @Deactivate
    synchronized void close() {
        closeStore();
        registration.unregister();
        readiness.close();
    }

    private void closeStore() {
        startup.ifPresent(StoreStartup::close);
        startup = Optional.empty();
        services.forEach(ServiceRegistration::unregister);
        services = List.of();
        readiness.opened(Optional.empty());
        readiness.reached(StoreState.CLOSED);
    }

    /** Runs in the thread of the start: whoever stands on the database is registered here, and taken back in closeStore(). */
    private void ready(Transactions transactions, DataSource dataSource) {
        Ids ids = new Ids(clock, new SecureRandom());
        Trails trails = new Trails(clock, ids, hash::get);
        trails.begin(transactions);
        DatabaseSnapshot snapshot = transactions.dialect() == Dialect.DERBY
                ? new DerbySnapshot(dataSource)
                : new PostgresSnapshot(dataSource, clock);
        services = List.of(
                context.registerService(Store.class, new JdbcStore(transactions, ids, trails), null),
                context.registerService(DatabaseSnapshot.class, snapshot, null));
        readiness.reached(StoreState.READY);
    }

    private static ChainHash hash(Map<String, Object> configuration) {
        Object name = configuration.get("algorithm");
        return name == null || name.toString().isBlank()
                ? ChainHash.SHA_256
                : ChainHash.named(name.toString().strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "algorithm of org.quanlian.audit must be SHA-256 or SM3, and is " + name));
    }
}
