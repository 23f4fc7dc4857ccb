/** Credit facts and suspensions (信用与停止支持): what provinces tell each other of violations. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.credit;
