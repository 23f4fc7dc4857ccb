/** The exchange with other provinces over HTTP. */
package org.quanlian.rest.internal.exchange;
