/** Mutual TLS between nodes: a server on Jetty, a client of the JDK, and whose certificates both believe. */
package org.quanlian.exchange.internal.transport;
