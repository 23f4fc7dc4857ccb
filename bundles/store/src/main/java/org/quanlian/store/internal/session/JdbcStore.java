package org.quanlian.store.internal.session;

import java.util.function.Function;
import java.util.function.Supplier;
import org.quanlian.store.internal.jdbc.ContentionException;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.jdbc.UnavailableException;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;

/** The store on a database. */
public final class JdbcStore implements Store {
    private final Transactions transactions;
    private final Ids ids;

    /**
     * The store.
     *
     * @param transactions on a database whose schema is this version's
     * @param ids makes names
     */
    public JdbcStore(Transactions transactions, Ids ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    @Override
    public <T> T write(Function<? super Session, ? extends T> work) {
        return telling(() -> transactions.<T>write(sql -> work.apply(new JdbcSession(sql, ids))));
    }

    @Override
    public <T> T read(Function<? super Session, ? extends T> work) {
        return telling(() -> transactions.<T>read(sql -> work.apply(new JdbcSession(sql, ids))));
    }

    private static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (ContentionException | UnavailableException e) {
            throw new StoreUnavailableException(e);
        }
    }
}
