/** The commands of the console for partners. */
package org.quanlian.exchange.internal.console;
