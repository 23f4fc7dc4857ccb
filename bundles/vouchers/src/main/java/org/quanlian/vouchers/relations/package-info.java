/** Who holds whom and who acts for whom (关联关系), and whether two parties are related by it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.relations;
