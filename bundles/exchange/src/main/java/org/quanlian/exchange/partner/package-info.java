/** Partners (互通伙伴): who they are, and what may be exchanged with them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.partner;
