package org.quanlian.benchmarks.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.quanlian.benchmarks.Percentiles;
import org.quanlian.benchmarks.Spread;
import org.quanlian.store.internal.jdbc.Dialect;

/**
 * Measures pages of lists and searches on years of growing size that are open at the same time, a turn on each in every
 * round, and tells by how much each takes longer than on the smallest.
 */
public final class ListRun {
    private final List<FilledYear> years;
    private final int rounds;
    private final int asked;

    private ListRun(List<FilledYear> years, int rounds, int asked) {
        this.years = years;
        this.rounds = rounds;
        this.asked = asked;
    }

    /**
     * Measures.
     *
     * @param args derby or postgresql, folder for the databases, rounds, how often a question is asked in a turn, then the
     *     sizes, in claims, the smallest first
     */
    public static void main(String[] args) throws IOException, SQLException {
        Dialect dialect = Dialect.valueOf(args[0].toUpperCase(Locale.ROOT));
        List<FilledYear> years = new ArrayList<>();
        try {
            for (String size : List.of(args).subList(4, args.length)) {
                long start = System.nanoTime();
                years.add(FilledYear.make(dialect, Path.of(args[1]), Integer.parseInt(size)));
                System.out.printf(
                        "%s with %,d claims, filled in %,d s%n",
                        dialect, years.get(years.size() - 1).claims(), (System.nanoTime() - start) / 1_000_000_000);
            }
            new ListRun(years, Integer.parseInt(args[2]), Integer.parseInt(args[3])).measure();
        } finally {
            for (FilledYear year : years) {
                year.close();
            }
        }
    }

    private void measure() {
        System.out.println(
                "| question | claims | items | median µs | 99 % µs | median, times the least | 99 %, times |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Question question : Question.all()) {
            measure(question);
        }
    }

    private void measure(Question question) {
        List<Supplier<Integer>> ways =
                years.stream().map(year -> question.on().of(year)).toList();
        // Whatever is compiled or cached at the first asking is so on each before it counts.
        ways.forEach(way -> turn(way, asked));
        List<List<Percentiles>> turns = new ArrayList<>();
        ways.forEach(way -> turns.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                turns.get(i).add(turn(ways.get(i), asked));
            }
        }
        for (int i = 0; i < ways.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %d | %s | %s | %s | %s |%n",
                    question.name() + (question.flat() ? "" : " (may grow)"),
                    years.get(i).claims(),
                    ways.get(i).get(),
                    spread(turns.get(i), Percentiles::median).toString(0),
                    spread(turns.get(i), Percentiles::slow).toString(0),
                    ratio(turns.get(i), turns.get(0), Percentiles::median).toString(2),
                    ratio(turns.get(i), turns.get(0), Percentiles::slow).toString(2));
        }
    }

    private static Percentiles turn(Supplier<Integer> way, int times) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            if (way.get() == 0) {
                throw new IllegalStateException("nothing was found");
            }
            nanos[i] = System.nanoTime() - before;
        }
        return Percentiles.of(nanos);
    }

    private static Spread spread(List<Percentiles> turns, ToDoubleFunction<Percentiles> figure) {
        return Spread.of(turns.stream().mapToDouble(figure).boxed().toList());
    }

    private static Spread ratio(List<Percentiles> of, List<Percentiles> to, ToDoubleFunction<Percentiles> figure) {
        return Spread.of(Stream.iterate(0, i -> i < of.size(), i -> i + 1)
                .map(i -> figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i)))
                .toList());
    }
}
