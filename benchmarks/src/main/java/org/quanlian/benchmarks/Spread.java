package org.quanlian.benchmarks;

import java.util.List;
import java.util.Locale;

/** What several rounds say of one thing: the middle one, the least and the greatest. */
public record Spread(double median, double least, double greatest) {

    /** The spread of at least one figure. */
    public static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** The figures, with so many decimals. */
    public String toString(int decimals) {
        String form = "%,." + decimals + "f";
        return String.format(Locale.ROOT, form + " (" + form + " to " + form + ")", median, least, greatest);
    }
}
