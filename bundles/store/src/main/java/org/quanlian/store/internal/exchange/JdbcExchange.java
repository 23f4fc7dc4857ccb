package org.quanlian.store.internal.exchange;

import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.exchange.Breakers;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.Duplicates;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.exchange.ForeignProviders;
import org.quanlian.vouchers.exchange.Inbox;
import org.quanlian.vouchers.exchange.Outbox;
import org.quanlian.vouchers.exchange.Partners;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.Settlements;

/** The exchange in one transaction. */
public final class JdbcExchange implements Exchange {
    private final Sql sql;
    private final Ids ids;

    /**
     * @param sql the transaction
     * @param ids makes names
     */
    public JdbcExchange(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public Partners partners() {
        return new JdbcPartners(sql);
    }

    @Override
    public ChangeNotes notes() {
        return new JdbcChangeNotes(sql, ids);
    }

    @Override
    public Replicas replicas() {
        return new JdbcReplicas(sql);
    }

    @Override
    public ForeignProviders foreignProviders() {
        return new JdbcForeignProviders(sql);
    }

    @Override
    public Duplicates duplicates() {
        return new JdbcDuplicates(sql);
    }

    @Override
    public Settlements settlements() {
        return new JdbcSettlements(sql);
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
