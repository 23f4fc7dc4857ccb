/** From an open database to one that the node may use, and what is said about it meanwhile. */
package org.quanlian.store.internal.startup;
