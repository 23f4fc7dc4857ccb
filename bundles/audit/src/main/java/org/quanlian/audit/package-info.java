/** The audit trail outside of the database: its export, and what checks it without a node. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.audit;
