/** A node that is killed, and whose disk fails, in the middle of filings, approvals and payments. */
package org.quanlian.itests.crash;
