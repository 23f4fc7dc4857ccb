/** What is done with keys: sealing, signing, keyed and plain digests; international and national algorithms alike. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.keys.crypto;
