package org.quanlian.store.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of SQL statements, each ended by a semicolon. A semicolon in quotes or in a comment ends nothing; comments are left
 * out. Bodies of functions in {@code $$} are not known here: the schema has none.
 */
final class SqlScript {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int at;
    private int line = 1;
    private int startLine = 1;

    private SqlScript(String text) {
        this.text = text;
    }

    /**
     * A statement with the line that it begins in.
     *
     * @param line counted from 1
     * @param text the statement, without its semicolon
     */
    record Statement(int line, String text) {}

    /**
     * Fills in <code>${name}</code>.
     *
     * @throws IllegalArgumentException when nothing is known by that name
     */
    static String fill(String text, Map<String, String> placeholders) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = placeholders.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(found.group() + " is no placeholder; there are "
                        + new java.util.TreeSet<>(placeholders.keySet()));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /**
     * The statements of a text.
     *
     * @throws IllegalArgumentException when a quote or comment does not end, or a last statement has no semicolon
     */
    static List<Statement> statements(String text) {
        SqlScript script = new SqlScript(text);
        while (script.at < text.length()) {
            script.step();
        }
        if (!script.current.toString().isBlank()) {
            throw new IllegalArgumentException("line " + script.startLine + ": a statement without its semicolon");
        }
        return List.copyOf(script.statements);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            // A doubled quote inside is the end of one part and the beginning of the next: to us the same.
            take(end("" + c, at + 1, "a quote"));
        } else if (text.startsWith("--", at)) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline;
        } else if (text.startsWith("/*", at)) {
            skip(end("*/", at + 2, "a comment"));
            current.append(' ');
        } else if (c == ';') {
            finish();
            at++;
        } else {
            take(at + 1);
        }
    }

    private int end(String mark, int from, String what) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw new IllegalArgumentException("line " + line + ": " + what + " that does not end");
        }
        return found + mark.length();
    }

    private void take(int end) {
        if (current.isEmpty() && text.substring(at, end).isBlank()) {
            skip(end);
            return;
        }
        if (current.toString().isBlank()) {
            startLine = line;
        }
        current.append(text, at, end);
        skip(end);
    }

    private void skip(int end) {
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
    }

    private void finish() {
        String statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(new Statement(startLine, statement));
        }
        current.setLength(0);
    }
}
