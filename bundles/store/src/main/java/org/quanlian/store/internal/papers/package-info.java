/** The papers that were given out. */
package org.quanlian.store.internal.papers;
