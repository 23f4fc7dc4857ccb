/** What a part of the node says about whether it can serve; {@code /health/ready} asks all of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.health;
