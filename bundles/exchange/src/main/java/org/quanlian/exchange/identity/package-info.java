/** Who this node is to others (本节点身份): its keys with their certificates, and which of them work. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.identity;
