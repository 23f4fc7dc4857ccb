/** Lists that come from outside (名单): credit, suspensions, qualifications, platforms, relations, each true from its date on. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.lists;
