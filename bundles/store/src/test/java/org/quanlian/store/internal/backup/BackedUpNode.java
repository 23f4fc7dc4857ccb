package org.quanlian.store.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.quanlian.backup.Backup;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.backup.DocumentFolder;
import org.quanlian.backup.NodeFolders;
import org.quanlian.backup.Passphrase;
import org.quanlian.backup.Restoration;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.store.internal.files.FileContents;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.pool.DatabaseSettings;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;

/** A node on the database of a test, which is backed up and brought back in a folder of the test. */
final class BackedUpNode {
    private final TestDatabase database;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    BackedUpNode(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Backs up what lies in a data directory, and the database. */
    Backup backup(Path data) {
        DatabaseSnapshot snapshot = database.dialect() == Dialect.DERBY
                ? new DerbySnapshot(database.dataSource())
                : new PostgresSnapshot(database.dataSource(), Clock.systemUTC());
        return new Backup(
                "1.0.0",
                new NodeFolders(data, new DocumentFolder(data.resolve("documents"), FileContents.INCOMING)),
                snapshot,
                Profile.INTL,
                Clock.systemUTC(),
                random);
    }

    /** Brings a backup back into an empty database of the same kind; answers the data directory. */
    Path restore(Path backup, Optional<Passphrase> passphrase) throws Exception {
        return restore(backup, passphrase, database.dialect() == Dialect.DERBY ? "url =\n" : cfg(emptyDatabase()));
    }

    /** The same, into the database that a configuration names. */
    Path restore(Path backup, Optional<Passphrase> passphrase, String store) throws IOException {
        Path restored = folder.resolve("restored");
        Path cfg = Files.writeString(folder.resolve("store.cfg"), store);
        new Restoration(List.of(new DerbyRestorer(), new PostgresRestorer()), random)
                .restore(backup, restored, Optional.of(cfg), passphrase);
        return restored;
    }

    /** Where the database of a restored data directory is. */
    DatabaseSettings settings(Path restored) throws IOException {
        Map<String, String> store = new TreeMap<>();
        Files.readAllLines(restored.resolve("etc/org.quanlian.store.cfg")).forEach(line -> {
            String[] parts = line.split(" ?= ?", 2);
            store.put(parts[0], parts[1]);
        });
        return DatabaseSettings.read(store, restored);
    }

    /** A PostgreSQL database of its own on the server of the test. */
    private DatabaseSettings emptyDatabase() throws SQLException {
        String name = "restored_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("CREATE DATABASE " + name);
        }
        DatabaseSettings own = database.settings();
        return new DatabaseSettings(
                own.dialect(),
                own.location().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                own.user(),
                own.password(),
                2);
    }

    /** The configuration that names a database. */
    static String cfg(DatabaseSettings settings) {
        String password = settings.password().isEmpty() ? "" : "password = " + settings.password() + "\n";
        return "url = " + settings.location() + "\nuser = " + settings.user() + "\n" + password;
    }

    /** The keys in a data directory. */
    NodeKeys keys(Path data) {
        return new NodeKeys(data.resolve("keys"), () -> Profile.INTL, Clock.systemUTC(), random);
    }

    /** The documents in a data directory. */
    ContentStore contents(Path data) {
        return new FileContents(data.resolve("documents"), DocumentLimits.DEFAULT, keys(data), random);
    }
}
