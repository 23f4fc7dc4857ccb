/** Accounts, what their owners log in by, and their sessions, in the database. */
package org.quanlian.store.internal.accounts;
