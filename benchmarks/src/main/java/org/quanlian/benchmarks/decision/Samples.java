package org.quanlian.benchmarks.decision;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.benchmarks.claims.ClaimGenerator;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;

/** The claims that are decided, again and again: the same ones for everybody. */
@State(Scope.Thread)
public class Samples {
    static final long SEED = 20_250_220;
    static final int COUNT = 1_000;

    /** Which claims. */
    @Param({"USUAL", "VARIED"})
    public ClaimGenerator.Mix claims;

    private final Circumstances circumstances = new Circumstances(List.of(new HainanShanxi()));
    private Claim[] all;
    private int next;

    /** Makes the claims. */
    @Setup
    public void make() {
        all = ClaimGenerator.claims(SEED, claims, COUNT).toArray(Claim[]::new);
    }

    Claim next() {
        next = next + 1 == COUNT ? 0 : next + 1;
        return all[next];
    }

    List<Claim> all() {
        return List.of(all);
    }

    Circumstances circumstances() {
        return circumstances;
    }
}
