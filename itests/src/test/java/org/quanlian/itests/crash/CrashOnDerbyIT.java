package org.quanlian.itests.crash;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.launcher.Launcher;

/** On the embedded database, no acknowledged write is lost and none is half done when the node is killed. */
class CrashOnDerbyIT {
    @Test
    void keepsWhatItAcknowledged_whenItIsKilledInAStorm(@TempDir Path folder) throws Exception {
        Storms.killed(Launcher.in(folder.resolve("node")).withDistribution(), Map.of(), DatabaseServer.NONE);
    }
}
