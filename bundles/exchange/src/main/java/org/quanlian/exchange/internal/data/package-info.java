/** Puts together what is told and taken in each class of data. */
package org.quanlian.exchange.internal.data;
