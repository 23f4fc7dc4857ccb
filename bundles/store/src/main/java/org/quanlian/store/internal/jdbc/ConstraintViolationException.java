package org.quanlian.store.internal.jdbc;

import java.sql.SQLException;
import java.util.Locale;

/** A row was refused by a constraint of the schema, named so that a repository can say what it means. */
public final class ConstraintViolationException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String constraint;

    ConstraintViolationException(Kind kind, String constraint, String sql, SQLException cause) {
        super(kind + " constraint " + constraint.toLowerCase(Locale.ROOT) + " refused: " + sql, cause);
        this.kind = kind;
        this.constraint = constraint.toLowerCase(Locale.ROOT);
    }

    /** What kind of constraint it is. */
    public Kind kind() {
        return kind;
    }

    /** The constraint's or unique index's name in lower case, on both databases; for {@link Kind#NOT_NULL} the column's. */
    public String constraint() {
        return constraint;
    }

    /** Whether it is the constraint of that name, in whatever case. */
    public boolean is(String name) {
        return constraint.equals(name.toLowerCase(Locale.ROOT));
    }

    /** What kind of constraint refused a row. */
    public enum Kind {
        /** A primary key, a unique constraint or a unique index: such a row is there. */
        UNIQUE,
        /** A foreign key: the row it points to is not there, or rows still point to this one. */
        FOREIGN_KEY,
        /** A check: the values don't belong in a row together. */
        CHECK,
        /** A column that must have a value has none. */
        NOT_NULL
    }
}
