/**
 * How provinces keep each other current (数据同步): items, each under a key, told as they change, all at once to whoever is
 * new, and compared from time to time by digests.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.replica;
