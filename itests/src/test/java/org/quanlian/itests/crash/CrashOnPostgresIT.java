package org.quanlian.itests.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.launcher.Launcher;

/** The same on PostgreSQL, which is killed with the node every other time. */
@EnabledIfSystemProperty(named = "quanlian.long", matches = "true", disabledReason = "takes minutes")
class CrashOnPostgresIT {
    @Test
    void keepsWhatItAcknowledged_whenItIsKilledInAStorm(@TempDir Path folder) throws Exception {
        try (KillablePostgres server = new KillablePostgres(folder.resolve("postgresql"))) {
            Storms.killed(Launcher.in(folder.resolve("node")).withDistribution(), server.etc(), server);
        }
    }
}
