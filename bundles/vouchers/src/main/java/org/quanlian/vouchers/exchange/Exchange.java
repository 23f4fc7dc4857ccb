package org.quanlian.vouchers.exchange;

/** What is kept of the exchange with other provinces, as one transaction sees it. */
public interface Exchange {
    /** The provinces with which messages are exchanged. */
    Partners partners();

    /** What they are told. */
    Outbox outbox();

    /** What they told. */
    Inbox inbox();

    /** How they were reached lately. */
    Breakers breakers();
}
