package org.quanlian.store.internal.migration;

/** A step of the schema could not be applied, and was taken back whole; the steps before it stay. */
public final class MigrationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationFailedException(Migration migration, int line, RuntimeException cause) {
        super(migration.fileName() + ", line " + line + ", failed and was taken back: " + cause.getMessage(), cause);
    }
}
