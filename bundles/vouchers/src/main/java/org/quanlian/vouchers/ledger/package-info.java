/** The ledger (总账): every commitment, payment and clawback as a balanced double entry. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.ledger;
