package org.quanlian.store.internal.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.store.internal.jdbc.Dialect;

/**
 * Which database it is and how to reach it.
 *
 * @param dialect what kind of database
 * @param location the whole JDBC URL of PostgreSQL; Derby's folder, or {@code memory:NAME}
 * @param user account on PostgreSQL; empty for Derby, which is reached by this process alone
 * @param password its password, or empty
 * @param poolSize how many connections at most
 */
public record DatabaseSettings(Dialect dialect, String location, String user, String password, int poolSize) {
    /** How many connections there are when nobody says. */
    public static final int DEFAULT_POOL_SIZE = 10;

    private static final int MAX_POOL_SIZE = 200;
    private static final Set<String> KEYS = Set.of("url", "user", "password", "passwordFile", "poolSize");

    /**
     * Reads the configuration.
     *
     * @param configuration the settings by name; without {@code url} it is Derby in the folder {@code db}; names with a dot
     *     are the platform's
     * @param home the node's folder, against which relative paths are meant
     * @throws IllegalArgumentException naming the setting that is wrong and what it should be
     */
    public static DatabaseSettings read(Map<String, ?> configuration, Path home) {
        Set<String> unknown = new TreeSet<>(configuration.keySet());
        unknown.removeIf(key -> KEYS.contains(key) || key.contains("."));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + "; there are " + new TreeSet<>(KEYS));
        }
        String url = text(configuration, "url");
        int poolSize = poolSize(text(configuration, "poolSize"));
        if (url.isEmpty() || url.startsWith(Dialect.DERBY.urlPrefix())) {
            return derby(
                    url.isEmpty()
                            ? "db"
                            : url.substring(Dialect.DERBY.urlPrefix().length()),
                    home,
                    poolSize);
        }
        if (url.startsWith(Dialect.POSTGRESQL.urlPrefix())) {
            String user = text(configuration, "user");
            if (user.isEmpty()) {
                throw new IllegalArgumentException("user is missing: the account on PostgreSQL");
            }
            if (url.contains("password=")) {
                throw new IllegalArgumentException("url carries a password: it belongs into passwordFile");
            }
            return new DatabaseSettings(Dialect.POSTGRESQL, url, user, password(configuration, home), poolSize);
        }
        throw new IllegalArgumentException("url is neither " + Dialect.POSTGRESQL.urlPrefix() + "//HOST/DATABASE nor "
                + Dialect.DERBY.urlPrefix() + "FOLDER");
    }

    /** Where the database is, for the log: without account and parameters. */
    public String describe() {
        int parameters = location.indexOf('?');
        return dialect + " at " + (parameters < 0 ? location : location.substring(0, parameters));
    }

    @Override
    public String toString() {
        return describe();
    }

    private static DatabaseSettings derby(String folder, Path home, int poolSize) {
        if (folder.isEmpty() || folder.contains(";")) {
            throw new IllegalArgumentException("url is not " + Dialect.DERBY.urlPrefix() + "FOLDER, without any \";\"");
        }
        String location =
                folder.startsWith("memory:") ? folder : home.resolve(folder).toString();
        return new DatabaseSettings(Dialect.DERBY, location, "", "", poolSize);
    }

    private static String password(Map<String, ?> configuration, Path home) {
        String password = text(configuration, "password");
        String file = text(configuration, "passwordFile");
        if (!password.isEmpty() && !file.isEmpty()) {
            throw new IllegalArgumentException("password and passwordFile are both set: set one");
        }
        if (file.isEmpty()) {
            return password;
        }
        Path path = home.resolve(file);
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.isEmpty() || lines.get(0).isEmpty()) {
                throw new IllegalArgumentException(
                        "passwordFile " + path + " is empty: its first line is the password");
            }
            return lines.get(0);
        } catch (IOException e) {
            throw new IllegalArgumentException("passwordFile " + path + " can't be read as UTF-8: " + e, e);
        }
    }

    private static int poolSize(String text) {
        if (text.isEmpty()) {
            return DEFAULT_POOL_SIZE;
        }
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MAX_POOL_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("poolSize is \"" + text + "\" and not a number", e);
        }
        throw new IllegalArgumentException("poolSize is " + text + ", and must be 1 to " + MAX_POOL_SIZE);
    }

    private static String text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
