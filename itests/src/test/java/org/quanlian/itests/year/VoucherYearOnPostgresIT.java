package org.quanlian.itests.year;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

/** The same year on PostgreSQL, by a setting alone. */
class VoucherYearOnPostgresIT extends VoucherYear {
    private EmbeddedPostgres server;

    @Override
    Map<String, String> makeDatabase() throws IOException {
        server = EmbeddedPostgres.builder().start();
        return Map.of(
                "org.quanlian.store.cfg",
                """
                url = jdbc:postgresql://localhost:%d/postgres
                user = postgres
                passwordFile = etc/database-password
                poolSize = 10
                """
                        .formatted(server.getPort()),
                "database-password",
                "postgres\n");
    }

    @Override
    void removeDatabase() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
