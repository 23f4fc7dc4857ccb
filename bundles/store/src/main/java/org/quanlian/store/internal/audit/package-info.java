/** The audit trail on JDBC: it sees what changes rows, and links an entry to the chain at the end of the transaction. */
package org.quanlian.store.internal.audit;
