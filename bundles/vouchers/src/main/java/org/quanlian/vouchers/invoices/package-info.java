/** What invoices say of themselves (发票识读), beside what was typed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.invoices;
