/** Accounts of people and systems (账户), and the sessions they hold. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.accounts;
