/** Wires the node's keys. */
package org.quanlian.keys.internal.osgi;
