/** The commands of the node's console. */
package org.quanlian.cli.console;
