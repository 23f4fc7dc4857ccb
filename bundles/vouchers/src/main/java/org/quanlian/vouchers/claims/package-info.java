/** Claims on the voucher year (兑现申请), from the draft to the payment. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.claims;
