/**
 * What the node routes at the moment: who contributed routes, and what became of them.
 *
 * <p>Routes are contributed as OSGi services of the type {@code org.apache.camel.RoutesBuilder}. A policy pack gives its
 * service the properties {@code province}, {@code year} and {@code version}, an agreement {@code agreement} and
 * {@code version}; the ids of its routes then begin with them, so that two versions run side by side.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.routing;
