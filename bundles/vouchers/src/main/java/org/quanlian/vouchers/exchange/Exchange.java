package org.quanlian.vouchers.exchange;

/** What is kept of the exchange with other provinces, as one transaction sees it. */
public interface Exchange {
    /** The provinces with which messages are exchanged. */
    Partners partners();
}
