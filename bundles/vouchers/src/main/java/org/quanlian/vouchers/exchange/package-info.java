/** What is kept of the exchange with other provinces (跨省互通): partners, what they were told, and what they told. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.exchange;
