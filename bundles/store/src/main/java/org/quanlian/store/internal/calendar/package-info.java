/** Working days, as rows. */
package org.quanlian.store.internal.calendar;
