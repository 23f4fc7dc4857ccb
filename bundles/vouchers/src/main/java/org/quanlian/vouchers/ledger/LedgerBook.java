package org.quanlian.vouchers.ledger;

/** The ledger, as it is kept. */
public interface LedgerBook {}
