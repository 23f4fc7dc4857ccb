/** The audit trail on the command line: an export is verified without a node. */
package org.quanlian.cli.audit;
