/** Terms of agreements (协议条款): what each side has written down of what was agreed, so that differences are seen. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.terms;
