/** Violations and recoveries, as rows. */
package org.quanlian.store.internal.integrity;
