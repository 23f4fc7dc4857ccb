/** Violations, suspensions and the record of integrity (违规处理与诚信记录). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.integrity;
