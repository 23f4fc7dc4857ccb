package org.quanlian.store.internal.exchange;

import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.exchange.Breakers;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.exchange.Inbox;
import org.quanlian.vouchers.exchange.Outbox;
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

    @Override
    public Outbox outbox() {
        return new JdbcOutbox(sql);
    }

    @Override
    public Inbox inbox() {
        return new JdbcInbox(sql);
    }

    @Override
    public Breakers breakers() {
        return new JdbcBreakers(sql);
    }
}
