/** Which policy versions there are, which one is current, and assessment of claims by one of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.policy.engine;
