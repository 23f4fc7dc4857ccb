/** Documents of orders, claims and registrations (材料): kept by their digest, never guessed by their address. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.documents;
