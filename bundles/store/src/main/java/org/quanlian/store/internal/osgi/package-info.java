/** Wires the store to the node: the configuration, the {@code DataSource} service, the services that stand on it. */
package org.quanlian.store.internal.osgi;
