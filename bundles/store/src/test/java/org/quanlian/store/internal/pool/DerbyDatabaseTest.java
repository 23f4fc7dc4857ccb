package org.quanlian.store.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.store.internal.jdbc.Transactions;

/** The embedded database in a folder, as a node has it. */
class DerbyDatabaseTest {
    @TempDir
    private Path home;

    @Test
    void shouldBeClosed_soThatItNeedsNoRecoveryAndKeepsWhatWasWritten() {
        DatabaseSettings settings = DatabaseSettings.read(Map.of(), home);
        try (Database database = Database.open(settings)) {
            new Transactions(database.dataSource(), database.dialect()).run(sql -> {
                sql.update("CREATE TABLE kept (id INTEGER NOT NULL)");
                sql.update("INSERT INTO kept (id) VALUES (?)", 7);
            });
            assertThat(home.resolve("db/db.lck")).exists();
        }

        // Derby takes its lock away when it closes, and leaves it when it is cut off.
        assertThat(home.resolve("db/db.lck")).doesNotExist();
        try (Database database = Database.open(settings)) {
            int id = new Transactions(database.dataSource(), database.dialect())
                    .read(sql -> sql.query("SELECT id FROM kept").one(row -> row.integer("id")));
            assertThat(id).isEqualTo(7);
        }
    }

    /** Derby would open it to be read only, and so it would stay. */
    @Test
    void shouldBeWritten_afterItsDiskCouldNotBe() throws Exception {
        DatabaseSettings settings = DatabaseSettings.read(Map.of(), home);
        try (Database database = Database.open(settings)) {
            new Transactions(database.dataSource(), database.dialect())
                    .run(sql -> sql.update("CREATE TABLE kept (id INTEGER NOT NULL)"));
        }
        // The lock can't be made where a folder is, as it can't on a full disk.
        Path obstacle = Files.createDirectories(home.resolve("db/db.lck/obstacle"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(settings))
                .withMessageContaining("read only");

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());

        try (Database database = Database.open(settings)) {
            Transactions transactions = new Transactions(database.dataSource(), database.dialect());
            transactions.run(sql -> sql.update("INSERT INTO kept (id) VALUES (7)"));
            assertThat(transactions.<Integer>read(
                            sql -> sql.query("SELECT id FROM kept").one(row -> row.integer("id"))))
                    .isEqualTo(7);
        }
    }

    @Test
    void shouldSayWhichFolder_whenItCanNotBeOpened() throws Exception {
        Files.writeString(home.resolve("db"), "no folder");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(DatabaseSettings.read(Map.of(), home)))
                .withMessageContaining(home.resolve("db").toString());
    }
}
