/** Wires the exchange. */
package org.quanlian.exchange.internal.osgi;
