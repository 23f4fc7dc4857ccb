/** Between what is sent and what is kept (存取): bytes and texts, refusals and problems. */
package org.quanlian.exchange.kept;
