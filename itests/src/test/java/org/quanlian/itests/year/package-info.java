/** A voucher year in the real distribution, lived over HTTP alone on a practice node. */
package org.quanlian.itests.year;
