package org.quanlian.store.internal.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the schema, as a file {@code V0001__name.sql}. Once released it never changes: its checksum is kept in each
 * database that it was applied to.
 *
 * @param version its number, 1 to 9999; the order in which steps are applied
 * @param name what it is about
 * @param script its statements, with placeholders of {@link org.quanlian.store.internal.jdbc.Dialect}
 * @param checksum SHA-256 of the script, in hexadecimal
 */
public record Migration(int version, String name, String script, String checksum) implements Comparable<Migration> {
    private static final Pattern FILE_NAME = Pattern.compile("V([0-9]{4})__([a-z0-9_]{1,100})\\.sql");

    /**
     * A step by its file.
     *
     * @throws IllegalArgumentException when the name is not of the form above
     */
    public static Migration of(String fileName, String script) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(fileName + " is not named like V0001__name.sql");
        }
        // Whoever checks a file out with other line ends has the same migration.
        String unix = script.replace("\r\n", "\n");
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), unix, sha256(unix));
    }

    /** The name of its file. */
    public String fileName() {
        return label(version) + "__" + name + ".sql";
    }

    /** How a version is written. */
    static String label(int version) {
        return String.format("V%04d", version);
    }

    @Override
    public int compareTo(Migration other) {
        return Integer.compare(version, other.version);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
