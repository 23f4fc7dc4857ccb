package org.quanlian.benchmarks.decision;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quanlian.benchmarks.peers.drools.CompiledRules;
import org.quanlian.benchmarks.peers.drools.DroolsShanxi2025;
import org.quanlian.benchmarks.peers.drools.Way;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Decision;

/** The ways of asking Drools beside each other, to show that the peer of the pack is asked in the fastest. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DroolsWaysBenchmark {

    /** The rules, asked in one way. */
    @State(Scope.Thread)
    public static class OneWay {
        /** Which way. */
        @Param
        public Way way;

        private DroolsShanxi2025 policy;

        /** Compiles the rules. */
        @Setup
        public void compile() {
            policy = new DroolsShanxi2025(new Shanxi2025(), CompiledRules.read(), way);
        }
    }

    /** The rules, asked for all claims at once. */
    @State(Scope.Thread)
    public static class AtOnce {
        private DroolsShanxi2025 policy;

        /** Compiles the rules. */
        @Setup
        public void compile() {
            policy = new DroolsShanxi2025(new Shanxi2025(), CompiledRules.read(), Way.FRESH);
        }
    }

    /** One claim after the other. */
    @Benchmark
    public Decision oneByOne(OneWay by, Samples samples) {
        return by.policy.assess(samples.next(), samples.circumstances());
    }

    /** All claims in one session. */
    @Benchmark
    @OperationsPerInvocation(Samples.COUNT)
    public List<Decision> atOnce(AtOnce by, Samples samples) {
        return by.policy.assessAll(samples.all(), samples.circumstances());
    }
}
