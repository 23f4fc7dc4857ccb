/** The mails that accounts are owed, on JDBC. */
package org.quanlian.store.internal.mails;
