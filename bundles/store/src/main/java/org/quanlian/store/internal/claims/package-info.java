/** Claims with their timelines and experts, as rows. */
package org.quanlian.store.internal.claims;
