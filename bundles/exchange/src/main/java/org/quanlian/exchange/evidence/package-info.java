/** Evidence (存证): one file that proves to anybody, without a node, what was sent, by whom, and that it was received. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.evidence;
