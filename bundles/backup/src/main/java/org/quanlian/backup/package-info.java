/** Backups of a node, and the ports by which its database takes part in them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.backup;
