package org.quanlian.store.internal.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Dialect;

/** The schema up to one version, for who makes it in a transaction of their own: the restoration of a backup. */
public final class WholeSchema {
    private final List<Migration> migrations;
    private final Dialect dialect;

    /** @param migrations all steps that this version knows, in their order */
    public WholeSchema(List<Migration> migrations, Dialect dialect) {
        this.migrations = Migrations.inOrder(migrations);
        this.dialect = dialect;
    }

    /** The newest version. */
    public int newest() {
        return migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1).version();
    }

    /** The version that a database has; 0 when it has no step. */
    public static int versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM schema_history")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Makes the tables of all steps up to a version, with what the steps put into them, and an empty history. */
    public void make(Connection connection, int upTo) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(SchemaHistory.CREATE));
        for (Migration migration : migrations) {
            if (migration.version() <= upTo) {
                String script = SqlScript.fill(migration.script(), dialect.placeholders());
                SqlScript.statements(script).forEach(statement -> statements.add(statement.text()));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** The first step of a database's history that is not this version's, or is missing from it, if there is one. */
    public Optional<String> strange(Connection connection) throws SQLException {
        Map<Integer, Migration> known = new HashMap<>();
        migrations.forEach(migration -> known.put(migration.version(), migration));
        int reached = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT version, checksum FROM schema_history ORDER BY version")) {
            while (rows.next()) {
                reached = rows.getInt(1);
                Migration migration = known.remove(reached);
                if (migration == null || !migration.checksum().equals(rows.getString(2))) {
                    return Optional.of(Migration.label(reached));
                }
            }
        }
        int last = reached;
        return known.values().stream()
                .sorted()
                .filter(migration -> migration.version() < last)
                .map(Migration::fileName)
                .findFirst();
    }
}
