/** What waits before a deadline, on JDBC. */
package org.quanlian.store.internal.reminders;
