/** The ledger, as rows. */
package org.quanlian.store.internal.ledger;
