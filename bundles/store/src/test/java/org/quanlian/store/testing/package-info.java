/** How a test runs on each database: {@link org.quanlian.store.testing.EachDatabase}. */
package org.quanlian.store.testing;
