/** Approvals, allocations and payments, as rows. */
package org.quanlian.store.internal.treasury;
