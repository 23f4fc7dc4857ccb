package org.quanlian.store.internal.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.DatabaseRestorer;
import org.quanlian.backup.Entries;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.WholeSchema;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;

/** Puts Derby's files back, and opens the database once, so that it is known to be one. */
public final class DerbyRestorer implements DatabaseRestorer {
    private final WholeSchema known = new WholeSchema(Migrations.ofTheNode(), Dialect.DERBY);

    @Override
    public String kind() {
        return DerbySnapshot.KIND;
    }

    @Override
    public int newestSchema() {
        return known.newest();
    }

    @Override
    public void check(Map<String, String> store, Path data) {
        Path place = place(store, data);
        if (Files.exists(place)) {
            throw new BackupRefusedException("database.not-empty", place, place.getFileName());
        }
    }

    @Override
    public void restore(Entries.Source from, int schema, Map<String, String> store, Path data) throws IOException {
        Path place = place(store, data);
        from.each((name, changed, in) -> {
            Path file = place.resolve(name);
            OwnerOnly.folder(file.getParent());
            try (FileChannel channel = OwnerOnly.create(file)) {
                in.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        });
        // Derby wants these folders, which may be empty and then are in no zip.
        OwnerOnly.folder(place.resolve("tmp"));
        try (Database database = Database.open(settings(store, data));
                Connection connection = database.dataSource().getConnection()) {
            Optional<String> strange = known.strange(connection);
            int version = WholeSchema.versionOf(connection);
            connection.rollback();
            if (strange.isPresent() || version != schema) {
                throw new BackupRefusedException("database.schema", strange.orElse("V" + version));
            }
        } catch (SQLException | StoreException e) {
            throw new BackupRefusedException(e, "database.failed", place.getFileName(), e.getMessage());
        }
    }

    private static Path place(Map<String, String> store, Path data) {
        Path place = Path.of(settings(store, data).location()).normalize();
        if (!place.startsWith(data.normalize())) {
            throw new BackupRefusedException("database.outside", place);
        }
        return place;
    }

    private static DatabaseSettings settings(Map<String, String> store, Path data) {
        return RestoreSettings.read(store, data, Dialect.DERBY);
    }
}
