/** A voucher year on a database like the node's, and as many copies of its rows as a benchmark wants. */
package org.quanlian.benchmarks.year;
