/** The audit trail: who did what, when, from where, chained so that nothing can be changed unseen (审计链). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.audit;
