/** The one user of the node's console. */
package org.quanlian.cli.account;
