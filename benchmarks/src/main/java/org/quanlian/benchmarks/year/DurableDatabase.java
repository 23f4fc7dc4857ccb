package org.quanlian.benchmarks.year;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;

/**
 * An empty database with the node's schema that is opened as the node opens it and writes to the disk before it says that
 * something is committed; it is gone when it is closed.
 */
public final class DurableDatabase implements AutoCloseable {
    /** What a node has when nothing else is set. */
    public static final int POOL_SIZE = 10;

    private final Path folder;
    private final Optional<EmbeddedPostgres> server;
    private final Database database;

    private DurableDatabase(Path folder, Optional<EmbeddedPostgres> server, DatabaseSettings settings) {
        this.folder = folder;
        this.server = server;
        this.database = Database.open(settings);
        new Migrator(transactions(), Migrations.ofTheNode(), Clock.systemUTC()).migrate();
    }

    /**
     * Makes one.
     *
     * @param under the folder under which it lies
     */
    public static DurableDatabase make(Dialect dialect, Path under) throws IOException {
        Files.createDirectories(under);
        Path folder = Files.createTempDirectory(under, "database-");
        if (dialect == Dialect.DERBY) {
            String location = folder.resolve("db").toString();
            return new DurableDatabase(
                    folder, Optional.empty(), new DatabaseSettings(dialect, location, "", "", POOL_SIZE));
        }
        // Servers for tests are started without fsync; the last word on the command line is ours.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .start();
        String url = server.getJdbcUrl("postgres", "postgres");
        DurableDatabase made = new DurableDatabase(
                folder, Optional.of(server), new DatabaseSettings(dialect, url, "postgres", "postgres", POOL_SIZE));
        made.requireDurable();
        return made;
    }

    /** Transactions as the node has them. */
    public Transactions transactions() {
        return new Transactions(database.dataSource(), database.dialect());
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** Lets PostgreSQL look at how its tables are filled, as its autovacuum does by and by; Derby sees to that itself. */
    public void settle() {
        if (database.dialect() == Dialect.POSTGRESQL) {
            transactions().run(sql -> sql.update("ANALYZE"));
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        if (server.isPresent()) {
            server.get().close();
        }
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(DurableDatabase::delete);
            }
        }
    }

    private void requireDurable() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = transactions().read(sql -> sql.query("SELECT current_setting(?) AS setting_value", setting)
                    .one(row -> row.string("setting_value")));
            if (!value.equals("on")) {
                throw new IllegalStateException(setting + " is " + value + ": commits would cost less than they do");
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
