package org.quanlian.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.quanlian.itests.Until;
import org.quanlian.itests.launcher.Launcher;

/** Kills a node at random moments of a storm, starts it again and reckons up what is there. */
final class Supervisor {
    /** A kill comes after at most so many writes, and then some time; how fast the machine is makes no difference. */
    private static final int MOST_WRITES = 80;

    private static final Duration LATEST = Duration.ofMillis(50);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);
    private static final Duration NO_PAUSE = Duration.ofMillis(1);
    private static final Duration REST_WITHIN = Duration.ofSeconds(60);

    private final StormyNode stormy;
    private final DatabaseServer database;
    private final Random random;
    private final Restarts restarts = new Restarts();
    private int killedInFlight;
    private int foundDone;
    private int foundUndone;

    Supervisor(StormyNode stormy, DatabaseServer database, long seed) {
        this.stormy = stormy;
        this.database = database;
        this.random = new Random(seed);
    }

    /**
     * Kills it that often.
     *
     * @param cleanStarts whether it is stopped and started in good order in between, to compare the times
     */
    void kill(int kills, boolean cleanStarts) throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            int before = stormy.journal().count();
            int writes = random.nextInt(MOST_WRITES);
            stormy.storm().open();
            Until.holds(writes + " writes", WRITTEN_WITHIN, NO_PAUSE, () -> {
                stormy.storm().check();
                return stormy.journal().count() - before >= writes;
            });
            LockSupport.parkNanos(random.nextLong(LATEST.toNanos()));
            int inFlight = stormy.storm().inFlight();
            long killed = System.nanoTime();
            stormy.node().kill();
            boolean both = random.nextBoolean();
            if (both) {
                database.kill();
            }
            int unanswered = stormy.storm().close(REST_WITHIN);
            if (both) {
                database.start();
            }
            stormy.node().up();
            Duration untilReady = Duration.ofNanos(System.nanoTime() - killed);
            restarts.afterKill(untilReady);
            int done = stormy.reckoning().ofLately();
            killedInFlight += inFlight;
            foundDone += done;
            foundUndone += unanswered - done;
            System.out.printf(
                    "kill %d: %d writes acknowledged, %d in flight, %d requests without an answer,"
                            + " %d of them found done; ready after %d ms%n",
                    kill, stormy.journal().count() - before, inFlight, unanswered, done, untilReady.toMillis());
            if (cleanStarts) {
                stormy.node().down();
                restarts.clean(stormy.node().up());
            }
        }
    }

    /** Lets those who got no answer ask again, then stops and starts the node in good order, and reckons up everything. */
    void reckonInTheEnd() throws Exception {
        int before = stormy.journal().count();
        int pending = stormy.journal().pending().size();
        stormy.storm().open();
        Until.holds("those who got no answer have one", WRITTEN_WITHIN, () -> {
            stormy.storm().check();
            return stormy.journal().count() - before >= pending;
        });
        stormy.storm().close(REST_WITHIN);
        stormy.reckoning().ofAll();
        stormy.node().down();
        restarts.clean(stormy.node().up());
        stormy.reckoning().ofAll();
        verifyAuditTrail();
        System.out.printf(
                "%d writes acknowledged; %d in flight at kills, %d of those found done and %d not; %s%n",
                stormy.journal().count(), killedInFlight, foundDone, foundUndone, restarts);
        assertThat(killedInFlight)
                .as("writes in flight when the node was killed")
                .isPositive();
    }

    /** The trail is whole, and every row is as its last entry left it. */
    private void verifyAuditTrail() {
        Launcher.Outcome verified = stormy.node().ask("audit", "verify");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }
}
