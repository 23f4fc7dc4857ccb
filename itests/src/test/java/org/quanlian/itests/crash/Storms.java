package org.quanlian.itests.crash;

import java.util.Map;
import org.quanlian.itests.launcher.Launcher;

/** How storms are run: how long, and from what seed. */
final class Storms {
    private static final int KILLS = 5;
    private static final int KILLS_IN_LONG = 200;

    private Storms() {}

    /**
     * Kills a node in a storm, as often as {@code -Dquanlian.kills} says, and reckons up what it acknowledged. With
     * {@code -Dquanlian.cleanStarts=true} it is a measure of restarts too.
     */
    static void killed(Launcher launcher, Map<String, String> etc, DatabaseServer database) throws Exception {
        long seed = seed();
        try (StormyNode stormy = StormyNode.start(launcher, etc, false, seed)) {
            Supervisor supervisor = new Supervisor(stormy, database, seed);
            int kills =
                    Integer.getInteger("quanlian.kills", Boolean.getBoolean("quanlian.long") ? KILLS_IN_LONG : KILLS);
            supervisor.kill(kills, Boolean.getBoolean("quanlian.cleanStarts"));
            supervisor.reckonInTheEnd();
        }
    }

    /** Decides what is written and when the node is killed; the times of the threads are left to the machine. */
    static long seed() {
        long seed = Long.getLong("quanlian.seed", System.nanoTime());
        System.out.println("a storm with -Dquanlian.seed=" + seed);
        return seed;
    }
}
