/** Routes of the exchange: they only begin what plain classes do. */
package org.quanlian.exchange.internal.routes;
