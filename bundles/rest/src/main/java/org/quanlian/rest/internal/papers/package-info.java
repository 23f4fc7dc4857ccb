/** Papers over HTTP: given out to those who may see what stands on them, and verified for everybody. */
package org.quanlian.rest.internal.papers;
