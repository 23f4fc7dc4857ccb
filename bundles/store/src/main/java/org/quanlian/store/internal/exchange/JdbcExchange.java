package org.quanlian.store.internal.exchange;

import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.exchange.Partners;

/** The exchange in one transaction. */
public final class JdbcExchange implements Exchange {
    private final Sql sql;

    /** @param sql the transaction */
    public JdbcExchange(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Partners partners() {
        return new JdbcPartners(sql);
    }
}
