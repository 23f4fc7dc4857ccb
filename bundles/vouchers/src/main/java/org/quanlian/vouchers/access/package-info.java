/** Who may do what, and what they see of it: decided here and nowhere else. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.access;
