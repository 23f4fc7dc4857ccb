package org.quanlian.store.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.store.internal.jdbc.Dialect;

class MigrationsTest {
    @Test
    void shouldBeIndexed_whateverIsInTheFolder() throws IOException {
        Path folder = Path.of("src/main/resources/org/quanlian/store/migrations");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> inFolder = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .sorted()
                    .toList();

            assertThat(Migrations.ofTheNode()).map(Migration::fileName).isEqualTo(inFolder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveStatementsAndKnownPlaceholders_inEachFile(Dialect dialect) {
        assertThat(Migrations.ofTheNode()).allSatisfy(migration -> assertThat(
                        SqlScript.statements(SqlScript.fill(migration.script(), dialect.placeholders())))
                .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"V1__a.sql", "V0000__a.sql", "V0001_a.sql", "V0001__A.sql", "V0001__a.txt", "x/V0001__a.sql"})
    void shouldRefuseAFile_namedOtherwise(String fileName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(fileName, ""))
                .withMessageContaining("is not named like V0001__name.sql");
    }

    @Test
    void shouldHaveOneChecksum_whateverTheLineEnds() {
        Migration unix = Migration.of("V0001__a.sql", "A;\nB;\n");

        assertThat(Migration.of("V0001__a.sql", "A;\r\nB;\r\n").checksum()).isEqualTo(unix.checksum());
        assertThat(Migration.of("V0001__a.sql", "A;\nC;\n").checksum()).isNotEqualTo(unix.checksum());
    }
}
