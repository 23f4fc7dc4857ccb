/** Connections between nodes (节点连接): what is asked of this node by a partner that TLS has shown to be one. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.transport;
