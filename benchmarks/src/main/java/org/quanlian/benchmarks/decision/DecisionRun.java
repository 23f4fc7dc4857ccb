package org.quanlian.benchmarks.decision;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.quanlian.benchmarks.Spread;

/**
 * Runs the decision benchmarks in rounds and tells the ratios, by processor time.
 *
 * <p>Each round measures everybody once, each in a JVM of its own, one after the other; a ratio is taken within a round,
 * so that a machine that is slower for a while is slower for all.
 */
public final class DecisionRun {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final Map<String, Map<String, Figures>> byClaims = new TreeMap<>();

    /** What the rounds said about one of those that decide. */
    private record Figures(List<Double> passed, List<Double> cpu, List<Double> bytes) {
        Figures() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private DecisionRun() {}

    /**
     * Measures.
     *
     * @param args {@code decisions} or {@code drools-ways}, number of rounds, seconds of warm-up, seconds measured
     */
    public static void main(String[] args) throws RunnerException {
        Class<?> benchmark = args[0].equals("drools-ways") ? DroolsWaysBenchmark.class : DecisionBenchmark.class;
        String reference = args[0].equals("drools-ways") ? "oneByOne REUSED" : "pack";
        DecisionRun run = new DecisionRun();
        int rounds = Integer.parseInt(args[1]);
        for (int round = 1; round <= rounds; round++) {
            run.add(new Runner(options(benchmark, Integer.parseInt(args[2]), Integer.parseInt(args[3]))).run());
            run.print(reference, round, System.out);
        }
    }

    private static Options options(Class<?> benchmark, int warmUpSeconds, int measuredSeconds) {
        return new OptionsBuilder()
                .include(Pattern.quote(benchmark.getName() + "."))
                .forks(1)
                .warmupIterations(warmUpSeconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(measuredSeconds)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String claims = result.getParams().getParam("claims");
            String name = result.getPrimaryResult().getLabel();
            if (result.getParams().getParamsKeys().contains("way")) {
                name += " " + result.getParams().getParam("way");
            }
            Figures figures = byClaims.computeIfAbsent(claims, key -> new TreeMap<>())
                    .computeIfAbsent(name, key -> new Figures());
            figures.passed().add(result.getPrimaryResult().getScore());
            figures.cpu()
                    .add(result.getSecondaryResults().get(CpuProfiler.LABEL).getScore());
            figures.bytes().add(result.getSecondaryResults().get(BYTES).getScore());
        }
    }

    private void print(String reference, int rounds, PrintStream out) {
        out.printf("%nAfter %d rounds, median (least to greatest):%n%n", rounds);
        out.println("| claims | by | ns | processor ns | processor time in that of " + reference + " | bytes |");
        out.println("|---|---|---|---|---|---|");
        byClaims.forEach((claims, byName) -> byName.forEach((name, figures) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < figures.cpu().size(); i++) {
                ratios.add(figures.cpu().get(i) / byName.get(reference).cpu().get(i));
            }
            out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    claims,
                    name,
                    Spread.of(figures.passed()).toString(0),
                    Spread.of(figures.cpu()).toString(0),
                    Spread.of(ratios).toString(2),
                    Spread.of(figures.bytes()).toString(0));
        }));
        out.flush();
    }
}
