/** What is kept of the exchange with other provinces, on JDBC. */
package org.quanlian.store.internal.exchange;
