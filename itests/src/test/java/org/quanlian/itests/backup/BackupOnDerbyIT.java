package org.quanlian.itests.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Backups of a node whose database is its own. */
class BackupOnDerbyIT extends BackupUnderLoad {
    @Override
    Map<String, String> makeDatabase() {
        return Map.of();
    }

    @Override
    List<String> storeOfTheRestored(Path scratch) {
        return List.of();
    }

    @Override
    void removeDatabase() {
        // It lies in the node's own folder.
    }
}
