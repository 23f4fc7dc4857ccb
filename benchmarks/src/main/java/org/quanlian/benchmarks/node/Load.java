package org.quanlian.benchmarks.node;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop: so many connections, each of which asks again as soon as it is answered. */
final class Load {
    private static final int OK = 200;
    private static final int FIRST_ROOM = 1 << 14;

    private final URI address;
    private final byte[] json;
    private final int connections;

    /**
     * A load.
     *
     * @param address where the requests go
     * @param json the body of each
     * @param connections how many ask at once
     */
    Load(URI address, byte[] json, int connections) {
        this.address = address;
        this.json = json;
        this.connections = connections;
    }

    /**
     * What a while of load comes to.
     *
     * @param answers how many were answered
     * @param perSecond answers a second
     * @param medianMicros time of the middle answer
     * @param slowMicros time that 99 of 100 answers keep
     */
    record Outcome(int answers, double perSecond, double medianMicros, double slowMicros) {}

    /** Asks for so long; refused when one answer is not 200. */
    Outcome run(Duration howLong) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + howLong.toNanos();
            List<Callable<long[]>> askers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                askers.add(() -> ask(end));
            }
            long start = System.nanoTime();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> asker : threads.invokeAll(askers)) {
                times.add(asker.get());
            }
            return outcome(times, System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IOException("the load on " + address + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] ask(long end) throws IOException {
        long[] times = new long[FIRST_ROOM];
        int count = 0;
        try (Connection connection = Connection.open(address, json)) {
            long before = System.nanoTime();
            while (before < end) {
                int status = connection.exchange();
                if (status != OK) {
                    throw new IOException("answered with " + status);
                }
                long after = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = after - before;
                before = after;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static Outcome outcome(List<long[]> perConnection, long nanos) {
        long[] times =
                perConnection.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (times.length == 0) {
            throw new IllegalStateException("nothing was answered");
        }
        return new Outcome(
                times.length,
                times.length * 1e9 / nanos,
                times[times.length / 2] / 1e3,
                times[(int) (times.length * 0.99)] / 1e3);
    }
}
