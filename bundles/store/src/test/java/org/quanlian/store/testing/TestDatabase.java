package org.quanlian.store.testing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;
import org.quanlian.store.internal.session.JdbcStore;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.ChainHash;

/** The database of a test class, opened as the node opens it. */
public final class TestDatabase implements AutoCloseable {
    static final int POOL_SIZE = 40;
    private static final String DERBY_DROPPED = "08006";

    private final Database database;
    private final Transactions transactions;

    private TestDatabase(Database database) {
        this.database = database;
        this.transactions = new Transactions(database.dataSource(), database.dialect());
    }

    static TestDatabase open(TestServers servers, Dialect dialect, boolean migrated) {
        Database database = Database.open(servers.create(dialect, migrated));
        if (migrated && dialect == Dialect.DERBY) {
            migrate(database);
        }
        return new TestDatabase(database);
    }

    /** A Derby in memory that has the node's schema and no rows, for tests that need some database and not each. */
    public static TestDatabase derby() {
        String name = "memory:test-" + UUID.randomUUID();
        Database database = Database.open(new DatabaseSettings(Dialect.DERBY, name, "", "", POOL_SIZE));
        migrate(database);
        return new TestDatabase(database);
    }

    /** Brings a database to the node's schema. */
    static void migrate(Database database) {
        Transactions transactions = new Transactions(database.dataSource(), database.dialect());
        new Migrator(transactions, Migrations.ofTheNode(), Clock.systemUTC()).migrate();
    }

    /** Transactions as the node has them. */
    public Transactions transactions() {
        return transactions;
    }

    /** The store of the voucher year on it, as the node has it. */
    public Store store(Clock clock) {
        return store(clock, () -> ChainHash.SHA_256);
    }

    /** The store on it, whose audit trail is by an algorithm of the test's. */
    public Store store(Clock clock, Supplier<ChainHash> hash) {
        Ids ids = new Ids(clock, new SecureRandom());
        Trails trails = new Trails(clock, ids, hash);
        trails.begin(transactions);
        return new JdbcStore(transactions, ids, trails);
    }

    /** Gives connections; closing one gives it back. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** All rows of all tables, as texts in some order that is always the same: for telling whether anything was changed. */
    public Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = dataSource().getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_SCHEM") + "." + tables.getString("TABLE_NAME");
                rows.put(table, rows(connection, table));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(found.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    /** What kind of database it is. */
    public Dialect dialect() {
        return database.dialect();
    }

    /** How to reach it. */
    public DatabaseSettings settings() {
        return database.settings();
    }

    @Override
    public void close() {
        database.close();
        if (dialect() == Dialect.DERBY) {
            dropFromMemory();
        }
    }

    private void dropFromMemory() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(settings().location());
        source.setConnectionAttributes("drop=true");
        try (Connection connection = source.getConnection()) {
            throw new IllegalStateException("still there: " + connection);
        } catch (SQLException e) {
            if (!DERBY_DROPPED.equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }
}
