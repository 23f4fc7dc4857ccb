package org.quanlian.benchmarks.filing;

import java.util.List;

/** What a transaction asked of its connection, with every value. */
sealed interface Step {
    /**
     * A statement.
     *
     * @param text its SQL
     * @param call the method that ran it
     * @param fetchSize how many rows at a time were asked for; 0 when nothing was said
     * @param rows its parameters in their order; more than one row is a batch
     * @param reads the columns that were read of each row of the answer
     */
    record Asked(String text, Call call, int fetchSize, List<List<Parameter>> rows, List<Read> reads) implements Step {
        public Asked {
            rows = List.copyOf(rows);
            reads = List.copyOf(reads);
        }
    }

    /** A savepoint was set; those that were released end in the reverse order. */
    record SavepointSet() implements Step {}

    /** The last savepoint that stands was released. */
    record SavepointReleased() implements Step {}

    /** How a statement is run. */
    enum Call {
        EXECUTE_QUERY,
        EXECUTE_UPDATE,
        EXECUTE_BATCH,
        EXECUTE
    }

    /** How a parameter was set, and a column read: the JDBC method of that type. */
    enum Type {
        STRING,
        LONG,
        INT,
        BOOLEAN,
        DATE,
        BYTES,
        OBJECT
    }

    /**
     * A parameter.
     *
     * @param type how it was set
     * @param value the value; null only as an OBJECT, which is how NULL is written
     */
    record Parameter(Type type, Object value) {}

    /**
     * A column, and how it was read.
     *
     * @param column its name; empty when it was asked for by its position
     * @param position its position, from 1; 0 when it was asked for by its name
     */
    record Read(Type type, String column, int position) {}
}
