/** Deadlines that are coming, and who is told of them (截止提醒). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.reminders;
