/** The exchange on the command line: evidence is verified without a node. */
package org.quanlian.cli.exchange;
