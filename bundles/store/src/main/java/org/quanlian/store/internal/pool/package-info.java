/** Opens the database that the operator configured, as a pool of connections. */
package org.quanlian.store.internal.pool;
