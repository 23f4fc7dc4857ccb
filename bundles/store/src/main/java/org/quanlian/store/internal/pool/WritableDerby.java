package org.quanlian.store.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derby's embedded database, open to be written or not at all. Derby closes a database whose disk fails and opens it again
 * for the next connection; if it can't make its lock file then, it opens it to be read only, and leaves it so for ever. Such
 * a one is closed at once, so that the next connection tries again.
 */
final class WritableDerby extends EmbeddedDataSource {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WritableDerby.class);

    /** What Derby answers when it has closed a database. */
    private static final String CLOSED = "08006";

    /** The database in that folder, made if it is not there. */
    WritableDerby(String folder) {
        setDatabaseName(folder);
        setCreateDatabase("create");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (!connection.isReadOnly()) {
            return connection;
        }
        connection.close();
        shutDown();
        throw new SQLTransientConnectionException(
                "Derby could open " + getDatabaseName() + " to be read only: its disk can't be written");
    }

    /** Closes it; without this Derby would recover at the next start what it had not written down yet. */
    void shutDown() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(getDatabaseName());
        source.setShutdownDatabase("shutdown");
        try (Connection connection = source.getConnection()) {
            LOG.warn("Derby is still open: {}", connection);
        } catch (SQLException e) {
            if (!CLOSED.equals(e.getSQLState())) {
                LOG.warn("Derby did not close {}; it will recover at the next start", getDatabaseName(), e);
            }
        }
    }
}
