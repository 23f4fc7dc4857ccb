package org.quanlian.vouchers.exchange;

/** What is kept of the exchange with other provinces, as one transaction sees it. */
public interface Exchange {
    /** The provinces with which messages are exchanged. */
    Partners partners();

    /** What changed here and may concern them. */
    ChangeNotes notes();

    /** What provinces know of each other. */
    Replicas replicas();

    /** The providers that partners registered. */
    ForeignProviders foreignProviders();

    /** What partners say they support too. */
    Duplicates duplicates();

    /** Statements between provinces. */
    Settlements settlements();
    /** What they are told. */
    Outbox outbox();

    /** What they told. */
    Inbox inbox();

    /** How they were reached lately. */
    Breakers breakers();
}
