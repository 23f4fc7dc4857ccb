package org.quanlian.benchmarks.peers;

import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Scale;
import org.quanlian.model.SizeClass;

/** The size classes of 国统字〔2017〕213号 as a switch, for both peers. */
public final class SizeTable {
    private static final long FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;
    private static final SizeClass[] CLASSES = SizeClass.values();
    private static final int UNKNOWN = CLASSES.length;

    private SizeTable() {}

    /** The size class, or null when a figure that its industry uses is missing. */
    public static SizeClass classOf(Fact<Scale> scale) {
        if (scale.isMissing() || scale.value().industry().isMissing()) {
            return null;
        }
        int grade = grade(scale.value());
        return grade == UNKNOWN ? null : CLASSES[grade];
    }

    private static int grade(Scale scale) {
        Fact<Integer> people = scale.employees();
        Fact<Money> revenue = scale.revenue();
        Fact<Money> assets = scale.assets();
        return switch (scale.industry().value()) {
            case AGRICULTURE -> yuan(revenue, 20_000, 500, 50);
            case INDUSTRY -> Math.max(people(people, 1_000, 300, 20), yuan(revenue, 40_000, 2_000, 300));
            case CONSTRUCTION -> Math.max(yuan(revenue, 80_000, 6_000, 300), yuan(assets, 80_000, 5_000, 300));
            case WHOLESALE -> Math.max(people(people, 200, 20, 5), yuan(revenue, 40_000, 5_000, 1_000));
            case RETAIL -> Math.max(people(people, 300, 50, 10), yuan(revenue, 20_000, 500, 100));
            case TRANSPORT -> Math.max(people(people, 1_000, 300, 20), yuan(revenue, 30_000, 3_000, 200));
            case STORAGE -> Math.max(people(people, 200, 100, 20), yuan(revenue, 30_000, 1_000, 100));
            case POST -> Math.max(people(people, 1_000, 300, 20), yuan(revenue, 30_000, 2_000, 100));
            case ACCOMMODATION, CATERING -> Math.max(people(people, 300, 100, 10), yuan(revenue, 10_000, 2_000, 100));
            case INFORMATION_TRANSMISSION -> Math.max(
                    people(people, 2_000, 100, 10), yuan(revenue, 100_000, 1_000, 100));
            case SOFTWARE -> Math.max(people(people, 300, 100, 10), yuan(revenue, 10_000, 1_000, 50));
            case REAL_ESTATE -> Math.max(yuan(revenue, 200_000, 1_000, 100), yuan(assets, 10_000, 5_000, 2_000));
            case PROPERTY_MANAGEMENT -> Math.max(people(people, 1_000, 300, 100), yuan(revenue, 5_000, 1_000, 500));
            case LEASING_AND_BUSINESS -> Math.max(people(people, 300, 100, 10), yuan(assets, 120_000, 8_000, 100));
            case OTHER -> people(people, 300, 100, 10);
        };
    }

    private static int people(Fact<Integer> count, long large, long medium, long small) {
        return count.isMissing() ? UNKNOWN : grade(count.value(), large, medium, small);
    }

    private static int yuan(Fact<Money> amount, long large, long medium, long small) {
        return amount.isMissing()
                ? UNKNOWN
                : grade(
                        amount.value().fen(),
                        large * FEN_PER_TEN_THOUSAND_YUAN,
                        medium * FEN_PER_TEN_THOUSAND_YUAN,
                        small * FEN_PER_TEN_THOUSAND_YUAN);
    }

    private static int grade(long figure, long large, long medium, long small) {
        if (figure >= large) {
            return 0;
        }
        if (figure >= medium) {
            return 1;
        }
        return figure >= small ? 2 : 3;
    }
}
