package org.quanlian.store.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.store.internal.jdbc.Dialect;

class DatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://db.example:5432/quanlian?sslmode=verify-full";

    @TempDir
    private Path home;

    @Test
    void shouldBeDerbyInTheNodesFolder_whenNothingIsSaid() {
        DatabaseSettings settings = read(Map.of("service.pid", "org.quanlian.store", "url", " "));

        assertThat(settings.dialect()).isEqualTo(Dialect.DERBY);
        assertThat(settings.location()).isEqualTo(home.resolve("db").toString());
        assertThat(settings.poolSize()).isEqualTo(DatabaseSettings.DEFAULT_POOL_SIZE);
        assertThat(read(Map.of("url", "jdbc:derby:/srv/券联")).location()).isEqualTo("/srv/券联");
    }

    @Test
    void shouldBePostgresql_whenTheUrlSaysSo() throws IOException {
        Files.writeString(home.resolve("secret"), "p w\nignored\n");

        DatabaseSettings settings =
                read(Map.of("url", URL, "user", "quanlian", "passwordFile", "secret", "poolSize", "30"));

        assertThat(settings).isEqualTo(new DatabaseSettings(Dialect.POSTGRESQL, URL, "quanlian", "p w", 30));
        assertThat(settings.toString())
                .isEqualTo("POSTGRESQL at jdbc:postgresql://db.example:5432/quanlian")
                .doesNotContain("p w");
    }

    @Test
    void shouldNameTheSetting_whenItIsWrong() throws IOException {
        Files.writeString(home.resolve("empty"), "");

        refuses("unknown settings [pasword]", Map.of("pasword", "x"));
        refuses("url is neither", Map.of("url", "jdbc:mysql://x"));
        refuses("url is not jdbc:derby:FOLDER", Map.of("url", "jdbc:derby:db;create=true"));
        refuses("user is missing", Map.of("url", URL));
        refuses("url carries a password", Map.of("url", URL + "&password=x", "user", "u"));
        refuses("both set", Map.of("url", URL, "user", "u", "password", "x", "passwordFile", "y"));
        refuses("can't be read", Map.of("url", URL, "user", "u", "passwordFile", "absent"));
        refuses("is empty", Map.of("url", URL, "user", "u", "passwordFile", "empty"));
        refuses("poolSize is \"ten\"", Map.of("poolSize", "ten"));
        refuses("poolSize is 0", Map.of("poolSize", "0"));
    }

    private DatabaseSettings read(Map<String, String> configuration) {
        return DatabaseSettings.read(configuration, home);
    }

    private void refuses(String reason, Map<String, String> configuration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(configuration))
                .withMessageContaining(reason);
    }
}
