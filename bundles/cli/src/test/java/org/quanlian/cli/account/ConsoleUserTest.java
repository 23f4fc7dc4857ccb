package org.quanlian.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleUserTest {
    private static final String DELIVERED = "# No user is delivered.\n";

    @TempDir
    Path data;

    private Path etc;
    private Path users;

    @BeforeEach
    void deliver() throws IOException {
        etc = Files.createDirectory(data.resolve("etc"));
        users = Files.writeString(etc.resolve("users.properties"), DELIVERED);
    }

    @Test
    void isMadeAtTheFirstStartWithAPasswordThatOnlyTheOwnerMayRead() throws IOException {
        assertThat(new ConsoleUser(etc, data).makeFirst()).contains(data.resolve("console-password"));

        assertThat(password()).matches("[A-Za-z0-9]{24,}");
        assertThat(entries())
                .containsEntry("operator", password() + ",_g_:admingroup")
                .containsEntry("_g_:admingroup", "group,admin,manager,viewer,systembundles,ssh");
        assertThat(Files.readString(users)).startsWith(DELIVERED);
        assertThat(permissions(users)).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("console-password"))).isEqualTo("rw-------");
    }

    @Test
    void isMadeOnce() throws IOException {
        new ConsoleUser(etc, data).makeFirst();
        String password = password();

        assertThat(new ConsoleUser(etc, data).makeFirst()).isEmpty();

        assertThat(password()).isEqualTo(password);
    }

    @Test
    void isNotMadeWhereTheOperatorMadeOne() throws IOException {
        Files.writeString(users, "zhang = geheim,admin\n");

        assertThat(new ConsoleUser(etc, data).makeFirst()).isEmpty();

        assertThat(users).hasContent("zhang = geheim,admin\n");
        assertThat(data.resolve("console-password")).doesNotExist();
    }

    @Test
    void keepsTheGroupThatTheOperatorMade() throws IOException {
        Files.writeString(users, "_g_\\:admingroup = group,ssh");

        new ConsoleUser(etc, data).makeFirst();

        assertThat(entries()).containsEntry("_g_:admingroup", "group,ssh").containsKey("operator");
    }

    @Test
    void isMadeWhereThereIsNoFileOfUsers() throws IOException {
        Files.delete(users);

        new ConsoleUser(etc, data).makeFirst();

        assertThat(entries()).containsKey("operator");
    }

    @Test
    void hasAnotherPasswordOnEveryNode() throws IOException {
        new ConsoleUser(etc, data).makeFirst();
        String password = password();
        Files.delete(users);
        new ConsoleUser(etc, data).makeFirst();

        assertThat(password()).isNotEqualTo(password);
    }

    @Test
    void hasItsPasswordKeptAsTheDigestThatTheContainerWouldMake() throws IOException {
        Files.writeString(
                etc.resolve("org.apache.karaf.jaas.cfg"),
                """
                encryption.enabled = true
                encryption.name = basic
                encryption.prefix = {CRYPT}
                encryption.suffix = {CRYPT}
                encryption.algorithm = SHA-256
                encryption.encoding = hexadecimal
                """);

        new ConsoleUser(etc, data).makeFirst();

        assertThat(entries().getProperty("operator")).matches("\\{CRYPT}[0-9a-f]{64}\\{CRYPT},_g_:admingroup");
        assertThat(new PasswordForm(etc.resolve("org.apache.karaf.jaas.cfg")).of("abc"))
                .isEqualTo("{CRYPT}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad{CRYPT}");
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("console-password")).strip();
    }

    private Properties entries() throws IOException {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(users)) {
            entries.load(reader);
        }
        return entries;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
