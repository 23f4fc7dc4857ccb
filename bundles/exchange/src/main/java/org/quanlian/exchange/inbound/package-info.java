/** What comes in (接收): whether a message is taken, and what is answered. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.inbound;
