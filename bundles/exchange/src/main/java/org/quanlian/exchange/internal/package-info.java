/** How the exchange runs on this node: its settings, and what is done at its console. */
package org.quanlian.exchange.internal;
