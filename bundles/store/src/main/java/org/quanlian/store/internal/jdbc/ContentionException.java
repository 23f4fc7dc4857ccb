package org.quanlian.store.internal.jdbc;

import java.sql.SQLException;

/** Others held or changed the same rows at the same time: nothing was written, and the same may succeed when done again. */
public final class ContentionException extends StoreException {
    private static final long serialVersionUID = 1L;

    ContentionException(String message, SQLException cause) {
        super(message, cause);
    }
}
