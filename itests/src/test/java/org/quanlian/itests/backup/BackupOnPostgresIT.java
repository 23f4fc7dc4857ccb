package org.quanlian.itests.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Backups of a node on PostgreSQL, brought back into another database. */
class BackupOnPostgresIT extends BackupUnderLoad {
    private static final String RESTORED = "restored";

    private EmbeddedPostgres server;

    @Override
    Map<String, String> makeDatabase() throws IOException {
        server = EmbeddedPostgres.builder().start();
        return Map.of("org.quanlian.store.cfg", store("postgres"), "database-password", "postgres\n");
    }

    @Override
    List<String> storeOfTheRestored(Path scratch) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + RESTORED);
        }
        Path file = Files.writeString(scratch.resolve("restored.cfg"), store(RESTORED));
        return List.of("--store", file.toString());
    }

    @Override
    void removeDatabase() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private String store(String database) {
        return """
                url = jdbc:postgresql://localhost:%d/%s
                user = postgres
                passwordFile = etc/database-password
                poolSize = 10
                """
                .formatted(server.getPort(), database);
    }
}
