/** Messages (报文): CloudEvents 1.0 in JSON, written canonically by RFC 8785. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.message;
