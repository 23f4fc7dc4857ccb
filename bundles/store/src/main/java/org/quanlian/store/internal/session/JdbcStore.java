package org.quanlian.store.internal.session;

import java.util.function.Function;
import java.util.function.Supplier;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.jdbc.ContentionException;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.jdbc.UnavailableException;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.audit.Undertaking;

/** The store on a database. */
public final class JdbcStore implements Store {
    private final Transactions transactions;
    private final Ids ids;
    private final Trails trails;

    /**
     * The store.
     *
     * @param transactions on a database whose schema is this version's
     * @param ids makes names
     * @param trails give each transaction its audit trail
     */
    public JdbcStore(Transactions transactions, Ids ids, Trails trails) {
        this.transactions = transactions;
        this.ids = ids;
        this.trails = trails;
    }

    @Override
    public <T> T write(Function<? super Session, ? extends T> work) {
        return telling(() -> transactions.<T>write(
                sql -> trails.writing(sql, (at, trail) -> work.apply(new JdbcSession(at, ids, trail)))));
    }

    @Override
    public <T> T read(Function<? super Session, ? extends T> work) {
        return telling(() -> transactions.<T>read(
                sql -> trails.reading(sql, (at, trail) -> work.apply(new JdbcSession(at, ids, trail)))));
    }

    @Override
    public Undertaking.Scope during(Undertaking undertaking) {
        return trails.during(undertaking);
    }

    private static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (ContentionException | UnavailableException e) {
            throw new StoreUnavailableException(e);
        }
    }
}
