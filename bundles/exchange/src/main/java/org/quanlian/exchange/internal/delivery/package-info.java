/** Puts together what delivers messages, for whoever runs it. */
package org.quanlian.exchange.internal.delivery;
