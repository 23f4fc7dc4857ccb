package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of this bundle is going to change: which table, and which rows of it. It reads the SQL that is written
 * here, not all there is; what it can't read and may concern the trail it refuses, so that nothing is changed unseen.
 */
sealed interface ChangingStatement {
    /** A table that is not in the trail. */
    record Unseen() implements ChangingStatement {}

    /**
     * New rows.
     *
     * @param table where to
     * @param key for each column of the key the place of its parameter; -1 when the statement does not give it
     */
    record Inserting(AuditedTable table, List<Integer> key) implements ChangingStatement {}

    /**
     * Rows that are there.
     *
     * @param table where
     * @param condition which rows, as the statement has it; empty for all
     * @param before how many parameters come before those of the condition
     */
    record Touching(AuditedTable table, String condition, int before) implements ChangingStatement {}

    /** Reads a statement. */
    static ChangingStatement of(String text) {
        Optional<String> name = Forms.table(text);
        if (name.isEmpty()) {
            throw new IllegalStateException("the audit trail can't see what this changes: " + text);
        }
        Optional<AuditedTable> table = AuditedTables.find(name.get());
        return table.isEmpty() ? new Unseen() : Forms.read(text, table.get());
    }

    /** The forms that statements have. */
    final class Forms {
        private static final Pattern TABLE =
                Pattern.compile("^(?:INSERT INTO|UPDATE|DELETE FROM) (\\w+)\\b.*", Pattern.DOTALL);
        private static final Pattern INSERT =
                Pattern.compile("^INSERT INTO \\w+ \\(([^)]*)\\)\\s+VALUES \\(([^()]*)\\)$", Pattern.DOTALL);
        private static final Pattern UPDATE = Pattern.compile("^UPDATE \\w+ SET (.*?) WHERE (.*)$", Pattern.DOTALL);
        private static final Pattern DELETE = Pattern.compile("^DELETE FROM \\w+(?: WHERE (.*))?$", Pattern.DOTALL);

        private Forms() {}

        static Optional<String> table(String text) {
            Matcher matcher = TABLE.matcher(text);
            return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        }

        static ChangingStatement read(String text, AuditedTable table) {
            Matcher insert = INSERT.matcher(text);
            if (insert.matches()) {
                return inserting(table, words(insert.group(1)), words(insert.group(2)));
            }
            Matcher update = UPDATE.matcher(text);
            if (update.matches()) {
                return new Touching(table, update.group(2), marks(update.group(1)));
            }
            Matcher delete = DELETE.matcher(text);
            if (delete.matches()) {
                return new Touching(table, delete.group(1) == null ? "" : delete.group(1), 0);
            }
            throw new IllegalStateException("the audit trail can't see which rows this changes: " + text);
        }

        private static Inserting inserting(AuditedTable table, List<String> columns, List<String> values) {
            List<Integer> places = new ArrayList<>();
            for (AuditedTable.Column column : table.key()) {
                int at = columns.indexOf(column.name());
                if (at >= 0 && !values.get(at).equals("?")) {
                    throw new IllegalStateException(
                            "the audit trail needs a parameter for " + column.name() + " of " + table.name());
                }
                places.add(at < 0 ? -1 : marks(String.join(" ", values.subList(0, at))));
            }
            return new Inserting(table, places);
        }

        private static List<String> words(String list) {
            return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        }

        private static int marks(String text) {
            return (int) text.chars().filter(c -> c == '?').count();
        }
    }
}
