/**
 * What provinces tell each other (互通): messages that are signed over canonical bytes, and the receipts that answer them.
 * No framework is needed here, so that evidence can be verified on a machine without a node.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange;
