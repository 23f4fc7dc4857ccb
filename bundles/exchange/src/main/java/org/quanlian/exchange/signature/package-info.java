/** Signatures (签名): detached CMS over exact bytes, by national (国密) or international algorithms. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.signature;
