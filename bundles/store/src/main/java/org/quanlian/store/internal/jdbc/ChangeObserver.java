package org.quanlian.store.internal.jdbc;

/** Is told of each statement that changes rows, before it runs. */
public interface ChangeObserver {
    /** Looks at nothing. */
    ChangeObserver NONE = new ChangeObserver() {
        @Override
        public void changing(String statement, Object[] parameters) {}

        @Override
        public int mark() {
            return 0;
        }

        @Override
        public void backTo(int mark) {}
    };

    /** A statement is about to insert, update or delete. */
    void changing(String statement, Object[] parameters);

    /** A point to which what follows may be taken back. */
    int mark();

    /** What was told since a mark did not happen. */
    void backTo(int mark);
}
