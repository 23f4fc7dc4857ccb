/** Public notices and objections, as rows. */
package org.quanlian.store.internal.publication;
