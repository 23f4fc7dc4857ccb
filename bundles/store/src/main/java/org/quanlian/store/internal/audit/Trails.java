package org.quanlian.store.internal.audit;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.audit.AuditTrail;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Undertaking;

/** Gives each transaction its trail, and knows on whose behalf each thread works. */
public final class Trails {
    private static final String BY_ITSELF = "node";

    private final EntryWriter writer;
    private final ConcurrentHashMap<String, ChangingStatement> known = new ConcurrentHashMap<>();

    /** One for each store, not for all: a test may have two nodes in one thread. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Undertaking> current = new ThreadLocal<>();

    /**
     * @param clock tells when things are done
     * @param ids makes the names of entries
     * @param hash the algorithm of the entries that come next
     */
    public Trails(Clock clock, Ids ids, Supplier<ChainHash> hash) {
        this.writer = new EntryWriter(clock, ids, hash);
    }

    /** Begins the chain of a database that has none yet, with what is there. */
    public void begin(Transactions transactions) {
        new Baseline(writer).begin(transactions);
    }

    /** Does a transaction's work, and leaves its entry as the last thing that is written. */
    public <T> T writing(Sql sql, BiFunction<Sql, AuditTrail, T> work) {
        ChangeLog log = new ChangeLog(sql, writer.hash().get(), known);
        JdbcAuditTrail trail = trail(sql);
        sql.observe(log);
        T result = work.apply(sql, trail);
        trail.finish(log);
        return result;
    }

    /** Does a transaction's work that only reads. */
    public <T> T reading(Sql sql, BiFunction<Sql, AuditTrail, T> work) {
        return work.apply(sql, trail(sql));
    }

    /** Makes an undertaking this thread's. */
    public Undertaking.Scope during(Undertaking undertaking) {
        Undertaking outer = current.get();
        current.set(undertaking);
        return () -> {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        };
    }

    private JdbcAuditTrail trail(Sql sql) {
        Undertaking undertaking = current.get();
        return new JdbcAuditTrail(
                sql, writer, undertaking == null ? Undertaking.ofTheNode(BY_ITSELF, "") : undertaking);
    }
}
