/** How the database is written into a backup, and brought back from one. */
package org.quanlian.store.internal.backup;
