/** Filing on the eve of the deadline, beside the same statements by plain JDBC. */
package org.quanlian.benchmarks.filing;
