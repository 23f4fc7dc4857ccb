/** Receipts (回执): what a receiver signs once a message is stored, or refused. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.receipt;
