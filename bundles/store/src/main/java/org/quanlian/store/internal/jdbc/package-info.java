/**
 * Plain SQL in transactions, the same on Derby and PostgreSQL: {@link org.quanlian.store.internal.jdbc.Transactions} is the
 * way in, {@link org.quanlian.store.internal.jdbc.Sql} what a transaction works with.
 */
package org.quanlian.store.internal.jdbc;
