package org.quanlian.rest;

import static org.quanlian.rest.internal.api.OpenApiDocument.AREAS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Role;

/** The table endpoint × role, as it stands in {@code access/*.csv}: one file an area, one row an operation. */
record AccessRows(List<Row> rows) {
    /** Whoever has no token. */
    static final String ANONYMOUS = "ANONYMOUS";

    /** What a role may do with an operation. */
    enum Cell {
        /** Without asking who it is. */
        OPEN,
        /** With everything. */
        ALLOWED,
        /** With everything, personal data masked. */
        MASKED,
        /** With what is its own, its city's or assigned to it; anything else does not exist. */
        OWN,
        /** Not at all. */
        DENIED;

        /** The cell that says what the access table says. */
        static Cell of(Reach reach) {
            return switch (reach) {
                case NONE -> DENIED;
                case ASSIGNED, OWN, CITY -> OWN;
                case ALL_MASKED -> MASKED;
                case ALL -> ALLOWED;
            };
        }
    }

    /**
     * One operation.
     *
     * @param operation method and path, as the document names them
     * @param action what it is, in the access table; empty when everybody may do it
     * @param anonymous what somebody without a token may do
     * @param roles what each role may do
     */
    record Row(String operation, Optional<Action> action, Cell anonymous, Map<Role, Cell> roles) {
        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }
    }

    /** All files. */
    static AccessRows load() {
        return new AccessRows(Stream.concat(Stream.of("node"), AREAS.stream())
                .flatMap(area -> read(area).stream())
                .toList());
    }

    /** The operations of the rows. */
    List<String> operations() {
        return rows.stream().map(Row::operation).toList();
    }

    private static List<Row> read(String area) {
        String name = "access/" + area + ".csv";
        try (InputStream in = AccessRows.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + ": write who may do what in that area");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> columns = List.of(lines.get(0).split(",", -1));
            List<Row> rows = new ArrayList<>();
            lines.subList(1, lines.size()).forEach(line -> rows.add(row(columns, List.of(line.split(",", -1)))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> columns, List<String> cells) {
        if (columns.size() != cells.size() || columns.size() != Role.values().length + 3) {
            throw new IllegalStateException("a row with another number of cells than roles: " + cells);
        }
        Map<Role, Cell> roles = new LinkedHashMap<>();
        for (int i = 3; i < cells.size(); i++) {
            roles.put(Role.valueOf(columns.get(i)), cell(cells.get(i)));
        }
        Optional<Action> action =
                cells.get(1).equals("-") ? Optional.empty() : Optional.of(Action.valueOf(cells.get(1)));
        return new Row(cells.get(0), action, cell(cells.get(2)), roles);
    }

    private static Cell cell(String text) {
        return Cell.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }
}
