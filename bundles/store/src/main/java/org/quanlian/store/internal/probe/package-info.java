/** Whether something that may hang or fail can be used just now. */
package org.quanlian.store.internal.probe;
