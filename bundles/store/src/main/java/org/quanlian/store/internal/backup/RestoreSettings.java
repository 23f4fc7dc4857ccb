package org.quanlian.store.internal.backup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.pool.DatabaseSettings;

/** Where a database is restored to. */
final class RestoreSettings {
    private RestoreSettings() {}

    /** @throws BackupRefusedException when the settings are wrong, or name another kind of database */
    static DatabaseSettings read(Map<String, String> store, Path data, Dialect wanted) {
        DatabaseSettings settings;
        try {
            settings = DatabaseSettings.read(store, data);
        } catch (IllegalArgumentException e) {
            throw new BackupRefusedException(e, "database.setting", e.getMessage());
        }
        if (settings.dialect() != wanted) {
            throw new BackupRefusedException("kind.other", word(wanted), word(settings.dialect()));
        }
        return settings;
    }

    private static String word(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
