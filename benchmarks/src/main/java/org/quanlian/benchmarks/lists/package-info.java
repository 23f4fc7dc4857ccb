/** How long pages of lists and searches take, and how that grows with the number of claims. */
package org.quanlian.benchmarks.lists;
