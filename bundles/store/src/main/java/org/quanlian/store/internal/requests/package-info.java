/** Answers to requests that may come again, as rows. */
package org.quanlian.store.internal.requests;
