/** Claims over HTTP, from the draft to the end of the experts' review. */
package org.quanlian.rest.internal.claims;
