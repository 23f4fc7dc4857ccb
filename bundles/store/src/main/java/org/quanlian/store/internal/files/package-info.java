/**
 * What lies on the disk and not in the database: the contents of documents, and the keys of what is personal. Nothing here
 * takes a path from outside.
 */
package org.quanlian.store.internal.files;
