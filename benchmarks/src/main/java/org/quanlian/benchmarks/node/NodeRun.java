package org.quanlian.benchmarks.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.quanlian.benchmarks.Spread;

/**
 * Measures a running node beside the bare servlet in the same container, in turns, and tells the ratios.
 *
 * <p>A ratio is taken within a round, so that a machine that is slower for a while is slower for both. The processor time
 * is that of the node's process, so that it leaves out the client and the waiting for a processor.
 */
public final class NodeRun {
    private static final String NODE = "/api/v1/policies/140000/2025/assessments";
    private static final String PEER = "/benchmarks/assessments";
    private static final int OK = 200;
    private static final Duration START_BOUND = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 500;

    private final byte[] json;
    private final ProcessHandle node;
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

    private NodeRun(byte[] json, ProcessHandle node) {
        this.json = json;
        this.node = node;
        turns.put(PEER, new ArrayList<>());
        turns.put(NODE, new ArrayList<>());
    }

    /** A while of load with the processor time that each answer took. */
    private record Turn(Load.Outcome outcome, double cpuMicros) {
        double perSecond() {
            return outcome.perSecond();
        }

        double medianMicros() {
            return outcome.medianMicros();
        }

        double slowMicros() {
            return outcome.slowMicros();
        }
    }

    /**
     * Measures.
     *
     * @param args base address of the node, its process, connections, rounds, seconds of warm-up, seconds of each turn
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        NodeRun run =
                new NodeRun(claim(), ProcessHandle.of(Long.parseLong(args[1])).orElseThrow());
        run.measure(
                URI.create(args[0]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Duration.ofSeconds(Long.parseLong(args[4])),
                Duration.ofSeconds(Long.parseLong(args[5])));
        run.print(System.out);
    }

    /** The claim that is assessed: the example of the contract. */
    static byte[] claim() throws IOException {
        try (InputStream in = NodeRun.class.getResourceAsStream("claim.json")) {
            return in.readAllBytes();
        }
    }

    private void measure(URI base, int connections, int rounds, Duration warmUp, Duration turn)
            throws IOException, InterruptedException {
        for (String path : turns.keySet()) {
            awaitAnswer(base.resolve(path));
        }
        for (String path : turns.keySet()) {
            new Load(base.resolve(path), json, connections).run(warmUp);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<Turn>> entry : turns.entrySet()) {
                Duration before = cpu();
                Load.Outcome outcome = new Load(base.resolve(entry.getKey()), json, connections).run(turn);
                entry.getValue().add(new Turn(outcome, cpu().minus(before).toNanos() / 1e3 / outcome.answers()));
            }
        }
    }

    private Duration cpu() {
        return node.info().totalCpuDuration().orElseThrow();
    }

    private void awaitAnswer(URI address) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_BOUND.toNanos();
        while (true) {
            try {
                requireAnswer(address);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new IOException(address + " did not answer in " + START_BOUND, e);
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private void requireAnswer(URI address) throws IOException {
        try (Connection connection = Connection.open(address, json)) {
            int status = connection.exchange();
            if (status != OK || !connection.body().contains("\"outcome\":\"ELIGIBLE\"")) {
                throw new IOException(address + " answered " + status + ": " + connection.body());
            }
            System.out.printf("%s answers with %,d bytes%n", address, connection.bodyLength());
        }
    }

    private void print(PrintStream out) {
        out.println();
        out.println("| address | requests a second | median µs | 99 % µs | processor µs a request |");
        out.println("|---|---|---|---|---|");
        turns.forEach((path, rounds) -> out.printf(
                "| %s | %s | %s | %s | %s |%n",
                path,
                spread(rounds, Turn::perSecond).toString(0),
                spread(rounds, Turn::medianMicros).toString(0),
                spread(rounds, Turn::slowMicros).toString(0),
                spread(rounds, Turn::cpuMicros).toString(0)));
        out.printf(
                "%nThe node answers %s times as many as the bare servlet, in %s times the processor time.%n",
                ratio(Turn::perSecond).toString(2), ratio(Turn::cpuMicros).toString(2));
    }

    private Spread ratio(ToDoubleFunction<Turn> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns.get(NODE).size(); i++) {
            ratios.add(figure.applyAsDouble(turns.get(NODE).get(i))
                    / figure.applyAsDouble(turns.get(PEER).get(i)));
        }
        return Spread.of(ratios);
    }

    private static Spread spread(List<Turn> rounds, ToDoubleFunction<Turn> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
