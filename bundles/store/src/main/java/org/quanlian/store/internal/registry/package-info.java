/** Who takes part, what is offered, which lists count and how parties are related, in the database. */
package org.quanlian.store.internal.registry;
