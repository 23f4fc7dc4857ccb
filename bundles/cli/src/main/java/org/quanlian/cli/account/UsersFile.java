package org.quanlian.cli.account;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.quanlian.keys.OwnerOnly;

/** The file of console users, {@code etc/users.properties}: a user has a password and roles, a group has roles. */
final class UsersFile {
    private static final String GROUP_PREFIX = "_g_:";
    private static final String GROUP = GROUP_PREFIX + "admingroup";
    private static final String GROUP_ROLES = "group,admin,manager,viewer,systembundles,ssh";

    private final Path file;

    /** @param file where it lies; it need not exist yet */
    UsersFile(Path file) {
        this.file = file;
    }

    /** Whether anybody may use the console. */
    boolean hasUser() throws IOException {
        return entries().stringPropertyNames().stream().anyMatch(name -> !name.startsWith(GROUP_PREFIX));
    }

    /**
     * Adds a user who may do everything on the console.
     *
     * @param password the password in the form in which it is kept
     */
    void add(String user, String password) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        StringBuilder after = new StringBuilder(before);
        if (!before.isEmpty() && !before.endsWith("\n")) {
            after.append('\n');
        }
        after.append(user)
                .append(" = ")
                .append(password)
                .append(',')
                .append(GROUP)
                .append('\n');
        if (!entries().containsKey(GROUP)) {
            after.append(GROUP.replace(":", "\\:"))
                    .append(" = ")
                    .append(GROUP_ROLES)
                    .append('\n');
        }
        OwnerOnly.write(file, after.toString());
    }

    private Properties entries() throws IOException {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            entries.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        }
        return entries;
    }
}
