package org.quanlian.benchmarks.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quanlian.benchmarks.node.NodeRun;
import org.quanlian.model.Claim;
import org.quanlian.wire.ClaimReader;

/** Reads the example of the contract strictly, as a request for an assessment brings it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingBenchmark {
    private final ClaimReader reader = new ClaimReader();
    private byte[] json;

    /** Reads the example's bytes. */
    @Setup
    public void readExample() throws IOException {
        try (InputStream in = NodeRun.class.getResourceAsStream("claim.json")) {
            json = in.readAllBytes();
        }
    }

    /** Bytes to a claim. */
    @Benchmark
    public Claim claim() {
        return reader.read(json);
    }
}
