/** The papers that the procedure asks for (纸质材料): what stands on them, and which were issued. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.papers;
