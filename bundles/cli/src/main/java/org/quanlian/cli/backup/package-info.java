/** Bringing a node back, without a node. */
package org.quanlian.cli.backup;
