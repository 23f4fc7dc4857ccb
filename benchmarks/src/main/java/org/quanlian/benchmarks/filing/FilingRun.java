package org.quanlian.benchmarks.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.quanlian.benchmarks.Percentiles;
import org.quanlian.benchmarks.Spread;
import org.quanlian.benchmarks.year.DurableDatabase;
import org.quanlian.benchmarks.year.PlayedYear;
import org.quanlian.demo.DemoSize;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.claims.ClaimFiling;

/**
 * Measures how many claims are filed a second when all come at once, by the use case on the real store and by plain JDBC,
 * in turns, and tells the ratio of each round.
 *
 * <p>Each turn has drafts of its own, so that both write the same number of rows of the same size. What plain JDBC runs was
 * recorded of the filing of those very drafts, before the turn.
 */
public final class FilingRun {
    private static final String USE_CASE = "use case";
    private static final String PLAIN = "plain JDBC";

    private final PlayedYear eve;
    private final DataSource source;
    private final Drafts drafts;
    private final int threads;
    private final Map<Way, List<Turn>> turns = new EnumMap<>(Way.class);

    /** Who files. */
    private enum Way {
        USE_CASE,
        PLAIN_JDBC
    }

    /** What filing some claims took. */
    private record Turn(double perSecond, Percentiles times) {}

    private FilingRun(DurableDatabase database, int threads) throws SQLException {
        this.source = database.database().dataSource();
        this.threads = threads;
        Dialect dialect = database.database().dialect();
        this.eve = PlayedYear.play(source, dialect, new DemoSize(250)).at(PlayedYear.EVE);
        this.drafts = Drafts.of(eve, source, database.transactions());
        for (Way way : Way.values()) {
            turns.put(way, new ArrayList<>());
        }
    }

    /**
     * Measures.
     *
     * @param args derby or postgresql, folder for the database, threads, rounds, claims to warm up, claims of a turn
     */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Dialect dialect = Dialect.valueOf(args[0].toUpperCase(Locale.ROOT));
        try (DurableDatabase database = DurableDatabase.make(dialect, Path.of(args[1]))) {
            FilingRun run = new FilingRun(database, Integer.parseInt(args[2]));
            run.measure(Integer.parseInt(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5]));
            run.print(dialect);
        }
    }

    private void measure(int rounds, int warmUp, int claims) throws SQLException, InterruptedException {
        for (Way way : Way.values()) {
            file(way, drafts.make(warmUp));
        }
        for (int round = 0; round < rounds; round++) {
            for (Way way : Way.values()) {
                turns.get(way).add(file(way, drafts.make(claims)));
            }
        }
    }

    private Turn file(Way way, List<Draft> some) throws InterruptedException {
        return way == Way.USE_CASE ? byUseCase(some) : byPlainJdbc(some);
    }

    private Turn byUseCase(List<Draft> some) throws InterruptedException {
        ClaimFiling filing = eve.useCases().claims().filing();
        Store store = eve.store();
        return all(some, draft -> store.write(session -> filing.file(session, draft.by(), draft.claim())));
    }

    private Turn byPlainJdbc(List<Draft> some) throws InterruptedException {
        TakenBack takenBack = new TakenBack(eve);
        Recorder recorder = new Recorder(source);
        List<List<Step>> filings = new ArrayList<>();
        for (Draft draft : some) {
            filings.add(takenBack.steps(eve, recorder, draft));
        }
        PlainJdbc plain = new PlainJdbc(source);
        return all(filings, plain::run);
    }

    /** Something that is done with each of many. */
    private interface Work<T> {
        Object on(T one) throws SQLException;
    }

    private <T> Turn all(List<T> many, Work<T> work) throws InterruptedException {
        ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>(many);
        Callable<long[]> worker = () -> {
            long[] times = new long[many.size()];
            int count = 0;
            for (T one = queue.poll(); one != null; one = queue.poll()) {
                long before = System.nanoTime();
                work.on(one);
                times[count++] = System.nanoTime() - before;
            }
            return Arrays.copyOf(times, count);
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> each : pool.invokeAll(java.util.Collections.nCopies(threads, worker))) {
                times.add(each.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] together = times.stream().flatMapToLong(Arrays::stream).toArray();
            return new Turn(many.size() / seconds, Percentiles.of(together));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a claim was not filed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void print(Dialect dialect) {
        System.out.println("| on | by | claims a second | median µs | 99 % µs |");
        System.out.println("|---|---|---|---|---|");
        turns.forEach((way, rounds) -> System.out.printf(
                "| %s | %s | %s | %s | %s |%n",
                dialect,
                way == Way.USE_CASE ? USE_CASE : PLAIN,
                spread(rounds, Turn::perSecond),
                spread(rounds, turn -> turn.times().median()),
                spread(rounds, turn -> turn.times().slow())));
        System.out.printf(
                "%nThe use case files %s times as many as plain JDBC; its median takes %s and its 99 %% %s times as long.%n",
                ratio(Turn::perSecond), ratio(turn -> turn.times().median()), ratio(turn -> turn.times()
                        .slow()));
    }

    private static String spread(List<Turn> rounds, ToDoubleFunction<Turn> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList()).toString(0);
    }

    private String ratio(ToDoubleFunction<Turn> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns.get(Way.PLAIN_JDBC).size(); i++) {
            ratios.add(figure.applyAsDouble(turns.get(Way.USE_CASE).get(i))
                    / figure.applyAsDouble(turns.get(Way.PLAIN_JDBC).get(i)));
        }
        return Spread.of(ratios).toString(2);
    }
}
