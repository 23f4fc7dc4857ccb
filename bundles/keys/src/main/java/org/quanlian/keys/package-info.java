/** The keys of the node: what for, of which kind, where they lie, and how one takes the place of another. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.keys;
