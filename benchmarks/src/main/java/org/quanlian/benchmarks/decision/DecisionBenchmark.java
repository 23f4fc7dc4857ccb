package org.quanlian.benchmarks.decision;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quanlian.benchmarks.peers.InlinedShanxi2025;
import org.quanlian.benchmarks.peers.drools.CompiledRules;
import org.quanlian.benchmarks.peers.drools.DroolsShanxi2025;
import org.quanlian.benchmarks.peers.drools.Way;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyPack;

/** One decision with all its findings, one claim at a time: by the pack, by Drools, and by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    /** The pack. */
    @State(Scope.Thread)
    public static class Pack {
        private final PolicyPack pack = new Shanxi2025();
    }

    /** The same rules in Drools. */
    @State(Scope.Thread)
    public static class Drools {
        private DroolsShanxi2025 policy;

        /** Compiles the rules. */
        @Setup
        public void compile() {
            policy = new DroolsShanxi2025(new Shanxi2025(), CompiledRules.read(), Way.REUSED);
        }
    }

    /** The same rules by hand. */
    @State(Scope.Thread)
    public static class Inlined {
        private final InlinedShanxi2025 policy = new InlinedShanxi2025(new Shanxi2025());
    }

    /** The pack decides. */
    @Benchmark
    public Decision pack(Pack by, Samples samples) {
        return by.pack.assess(samples.next(), samples.circumstances());
    }

    /** Drools decides. */
    @Benchmark
    public Decision drools(Drools by, Samples samples) {
        return by.policy.assess(samples.next(), samples.circumstances());
    }

    /** Plain ifs decide. */
    @Benchmark
    public Decision inlined(Inlined by, Samples samples) {
        return by.policy.assess(samples.next(), samples.circumstances());
    }
}
