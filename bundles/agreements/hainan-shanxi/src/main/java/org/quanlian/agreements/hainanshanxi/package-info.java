/** The agreement between Hainan and Shanxi. Nobody imports this package. */
package org.quanlian.agreements.hainanshanxi;
