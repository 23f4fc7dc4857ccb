/** Institutions and their services (机构与服务项目): what this province tells of its own, and what it keeps of others'. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.institutions;
