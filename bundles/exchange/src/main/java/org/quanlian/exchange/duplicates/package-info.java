/** Keyed fingerprints of invoices (发票指纹查重): whether another province supports the same, without telling it what is claimed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.duplicates;
