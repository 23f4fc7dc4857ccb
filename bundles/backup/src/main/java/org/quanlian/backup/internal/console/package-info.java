/** The command of the node's console. */
package org.quanlian.backup.internal.console;
