package org.quanlian.store.internal.osgi;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database that {@code etc/org.quanlian.store.cfg} names, and registers it as a {@code DataSource}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = DataSourceComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DataSourceComponent {
    /** The name of the configuration. */
    static final String PID = "org.quanlian.store";

    /** The property by which the service is told from other data sources. */
    static final String NAME_PROPERTY = "osgi.jdbc.datasource.name";

    /** What its value is. */
    static final String NAME = "quanlian";

    /** The property that tells the {@link org.quanlian.store.internal.jdbc.Dialect}. */
    static final String DIALECT_PROPERTY = "quanlian.dialect";

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceComponent.class);

    private final Database database;
    private final ServiceRegistration<DataSource> registration;

    /**
     * @param context context of this bundle
     * @param configuration see {@link DatabaseSettings}
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public DataSourceComponent(BundleContext context, Map<String, Object> configuration) {
        DatabaseSettings settings = DatabaseSettings.read(configuration, Path.of(context.getProperty("karaf.base")));
        database = Database.open(settings);
        LOG.info("Database: {}, up to {} connections", settings.describe(), settings.poolSize());
        registration = context.registerService(
                DataSource.class,
                database.dataSource(),
                FrameworkUtil.asDictionary(Map.of(
                        NAME_PROPERTY,
                        NAME,
                        DIALECT_PROPERTY,
                        settings.dialect().name())));
    }

    @Deactivate
    void close() {
        // First those who use it let go, then it is closed.
        registration.unregister();
        database.close();
    }
}
