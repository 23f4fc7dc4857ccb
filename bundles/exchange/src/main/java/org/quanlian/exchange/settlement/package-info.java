/** Statements of services across provinces (跨省结算单), told and countersigned. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.settlement;
