package org.quanlian.store.internal.claims;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.quanlian.model.Area;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * What the audit trail costs of a filing, by {@code benchmarks/run audit}: the same filings with it and without, in turns, on
 * one connection. Everything before the store's rows is there (the decision, the moves), but no HTTP, so the share is the
 * greatest that it can be.
 */
@EachDatabase
@EnabledIfSystemProperty(named = "quanlian.benchmark", matches = "audit")
class AuditCostMeasure {
    private static final int ROUNDS = Integer.getInteger("quanlian.benchmark.rounds", 7);
    private static final int FILINGS = 100;
    private static final Area TAIYUAN = new Area("140100");

    private final TestDatabase database;

    AuditCostMeasure(TestDatabase database) {
        this.database = database;
    }

    @Test
    void tellTheShareOfAFiling() {
        Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
        ClaimWorld without = new ClaimWorld(database);
        ClaimWorld with =
                new ClaimWorld(database, Optional.of(new Trails(Clock.systemUTC(), ids, () -> ChainHash.SHA_256)));
        // Warm-up, which is not told.
        filings(without);
        filings(with);
        filings(without);
        filings(with);
        List<Double> bare = new ArrayList<>();
        List<Double> audited = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = filings(without);
            double other = filings(with);
            bare.add(one);
            audited.add(other);
            shares.add((other - one) / other * 100);
        }
        System.out.printf(
                "| %s | %s | %s | %s %% |%n", database.dialect(), spread(bare), spread(audited), spread(shares));
    }

    /** The median time of a filing, in microseconds. */
    private static double filings(ClaimWorld world) {
        long[] nanos = new long[FILINGS];
        for (int i = 0; i < FILINGS; i++) {
            Actor enterprise = world.enterprise(TAIYUAN);
            Id<VoucherClaim> draft =
                    world.draft(enterprise, List.of(world.order(enterprise))).id();
            long begin = System.nanoTime();
            world.write(session -> world.filing.file(session, enterprise, draft));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[FILINGS / 2] / 1_000.0;
    }

    private static String spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                "%.0f (%.0f to %.0f)", sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
