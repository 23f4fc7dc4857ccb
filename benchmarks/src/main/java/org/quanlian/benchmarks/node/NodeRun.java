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
import org.quanlian.benchmarks.Spread;

/**
 * Measures a running node beside the bare servlet in the same container, in turns, and tells the ratio.
 *
 * <p>A ratio is taken within a round, so that a machine that is slower for a while is slower for both.
 */
public final class NodeRun {
    private static final String NODE = "/api/v1/policies/140000/2025/assessments";
    private static final String PEER = "/benchmarks/assessments";
    private static final int OK = 200;
    private static final Duration START_BOUND = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 500;

    private final byte[] json;
    private final Map<String, List<Load.Outcome>> outcomes = new LinkedHashMap<>();

    private NodeRun(byte[] json) {
        this.json = json;
        outcomes.put(PEER, new ArrayList<>());
        outcomes.put(NODE, new ArrayList<>());
    }

    /**
     * Measures.
     *
     * @param args base address of the node, connections, rounds, seconds of warm-up, seconds of each turn
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        NodeRun run = new NodeRun(claim());
        run.measure(
                URI.create(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Duration.ofSeconds(Long.parseLong(args[3])),
                Duration.ofSeconds(Long.parseLong(args[4])));
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
        for (String path : outcomes.keySet()) {
            awaitAnswer(base.resolve(path));
        }
        for (String path : outcomes.keySet()) {
            new Load(base.resolve(path), json, connections).run(warmUp);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<Load.Outcome>> entry : outcomes.entrySet()) {
                entry.getValue().add(new Load(base.resolve(entry.getKey()), json, connections).run(turn));
            }
        }
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
        out.println("| address | requests a second | median µs | 99 % µs |");
        out.println("|---|---|---|---|");
        outcomes.forEach((path, rounds) -> out.printf(
                "| %s | %s | %s | %s |%n",
                path,
                spread(rounds, Load.Outcome::perSecond).toString(0),
                spread(rounds, Load.Outcome::medianMicros).toString(0),
                spread(rounds, Load.Outcome::slowMicros).toString(0)));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < outcomes.get(NODE).size(); i++) {
            ratios.add(outcomes.get(NODE).get(i).perSecond()
                    / outcomes.get(PEER).get(i).perSecond());
        }
        out.printf(
                "%nThe node answers %s times as many as the bare servlet.%n",
                Spread.of(ratios).toString(2));
    }

    private static Spread spread(List<Load.Outcome> rounds, java.util.function.ToDoubleFunction<Load.Outcome> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
