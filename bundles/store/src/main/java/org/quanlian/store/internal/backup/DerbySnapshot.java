package org.quanlian.store.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.backup.Entries;
import org.quanlian.store.internal.migration.WholeSchema;

/**
 * Derby's own online backup: it copies the files of the database with the log that makes them whole, while others read and write.
 * It waits for transactions with unlogged operations, of which this node has none (no imports, no new indexes while it works).
 * Source: Derby Server and Administration Guide, "Using the backup procedures to perform an online backup".
 */
public final class DerbySnapshot implements DatabaseSnapshot {
    /** Name of the database in a backup. */
    static final String KIND = "derby";

    private final DataSource dataSource;

    /** @param dataSource gives connections whose transactions the user ends */
    public DerbySnapshot(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int write(Path work, Entries.Sink to) throws IOException {
        int schema = copy(work);
        // Derby made one folder, named as the database.
        Path copied;
        try (Stream<Path> all = Files.list(work)) {
            copied = all.findFirst().orElseThrow();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(copied)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            to.add(copied.relativize(file).toString(), changed, out -> Files.copy(file, out));
        }
        return schema;
    }

    private int copy(Path work) throws IOException {
        try (Connection connection = dataSource.getConnection();
                CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            int schema = WholeSchema.versionOf(connection);
            // The procedure wants a transaction of its own.
            connection.commit();
            backup.setString(1, work.toAbsolutePath().toString());
            backup.execute();
            connection.commit();
            return schema;
        } catch (SQLException e) {
            throw new IOException("Derby could not copy its database: " + e.getMessage(), e);
        }
    }
}
