/** Public notices (公示) and the objections to them, 四（七）. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.publication;
