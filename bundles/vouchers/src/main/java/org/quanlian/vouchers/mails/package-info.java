/** The mails that accounts are owed of what they are told (邮件通知). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.mails;
