/** Brings a database's schema to what this version of the node needs, or refuses it. */
package org.quanlian.store.internal.migration;
