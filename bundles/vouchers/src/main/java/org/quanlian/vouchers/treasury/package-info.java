/** Budgets, approved amounts, allocations, payments and statements (兑现额度与资金拨付), 三 and 四（六）–（八）. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.treasury;
