package org.quanlian.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.NodeClient;
import org.quanlian.itests.Until;
import org.quanlian.itests.crash.disk.Faults.Kind;
import org.quanlian.itests.crash.disk.FaultyDisk;
import org.quanlian.itests.launcher.Launcher;

/**
 * A node whose disk fails in a storm says so, to those who write (503) and to its operators; it loses nothing that it
 * acknowledged, and goes on by itself when the disk is well again.
 */
@EnabledIfSystemProperty(named = "quanlian.long", matches = "true", disabledReason = "takes minutes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyDiskIT {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);
    private static final Duration WELL_WITHIN = Duration.ofSeconds(90);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);
    private static final Duration REST_WITHIN = Duration.ofSeconds(60);
    private static final int SOME_WRITES = 15;

    private final long seed = Storms.seed();
    private final Random random = new Random(seed);
    private FaultyDisk disk;
    private StormyNode stormy;
    private NodeClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Launcher launcher = Launcher.in(folder.resolve("node")).withDistribution();
        disk = FaultyDisk.under(folder.resolve("disk"), launcher.data());
        stormy = StormyNode.start(launcher.with("EXTRA_JAVA_OPTS", disk.options()), Map.of(), true, seed);
        client = new NodeClient(stormy.node().port());
    }

    @AfterAll
    void leaveNothing() {
        if (stormy != null) {
            stormy.close();
        }
    }

    @AfterEach
    void isWellAgain() {
        disk.set(Kind.NONE, 0);
    }

    @Test
    void losesNothing_whenOneSyncFails() throws Exception {
        storm(Kind.SYNC_FAILS_ONCE, 0);
        meets();
        comesBackAndHasEverything();
    }

    @Test
    void saysSoAndLosesNothing_whenEachSyncFails() throws Exception {
        storm(Kind.SYNC_FAILS, 0);
        meets();
        tellsItsOperators();
        disk.set(Kind.NONE, 0);
        comesBackAndHasEverything();
    }

    @Test
    void saysSoAndLosesNothing_whenTheDiskIsFull() throws Exception {
        storm(Kind.FULL, random.nextLong(600_000));
        meets();
        tellsItsOperators();
        disk.set(Kind.NONE, 0);
        comesBackAndHasEverything();
    }

    @Test
    void goesOn_whenTheDiskIsSlow() throws Exception {
        storm(Kind.SLOW, 200);
        write(SOME_WRITES);
        assertThat(disk.hits()).isPositive();
        assertThat(stormy.storm().unavailable()).as("refused").isZero();
        disk.set(Kind.NONE, 0);
        comesBackAndHasEverything();
    }

    @Test
    void losesNothing_whenItIsKilledWhileTheDiskIsFull() throws Exception {
        storm(Kind.FULL, random.nextLong(600_000));
        meets();
        stormy.node().kill();
        stormy.storm().close(REST_WITHIN);
        stormy.node().up();
        comesBackAndHasEverything();
    }

    private void storm(Kind kind, long amount) throws Exception {
        stormy.storm().unavailable();
        stormy.storm().open();
        write(SOME_WRITES);
        disk.set(kind, amount);
    }

    private void write(int writes) throws Exception {
        int before = stormy.journal().count();
        Until.holds(writes + " writes", WRITTEN_WITHIN, () -> {
            stormy.storm().check();
            return stormy.journal().count() - before >= writes;
        });
    }

    private void meets() throws Exception {
        Until.holds("the node meets the fault", TOLD_WITHIN, () -> {
            stormy.storm().check();
            return disk.hits() > 0;
        });
    }

    private void tellsItsOperators() throws Exception {
        Until.holds("the node says that it is not ready", TOLD_WITHIN, () -> {
            stormy.storm().check();
            return client.get("/health/ready").statusCode() == 503;
        });
        System.out.println(client.get("/health/ready").body());
        Until.holds("a writer is told", TOLD_WITHIN, () -> {
            stormy.storm().check();
            return stormy.storm().unavailable() > 0;
        });
    }

    private void comesBackAndHasEverything() throws Exception {
        Until.holds(
                "the node is ready",
                WELL_WITHIN,
                () -> client.get("/health/ready").statusCode() == 200);
        stormy.storm().open();
        write(SOME_WRITES);
        stormy.storm().close(REST_WITHIN);
        stormy.reckoning().ofLately();
    }
}
