package org.quanlian.cli.account;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The form in which the container keeps the passwords of console users, as {@code org.apache.karaf.jaas.cfg} says: as
 * they are, or as digests.
 *
 * <p>The container digests passwords itself, but only some time after it has seen the file change; until then nobody
 * could use the console.
 */
final class PasswordForm {
    private final Properties settings = new Properties();

    /** @param file the settings; when there is no such file, passwords are kept as they are */
    PasswordForm(Path file) throws IOException {
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.load(reader);
            }
        }
    }

    /** The password as it is kept; as it is when the form is one that only the container knows. */
    String of(String password) {
        boolean digested = Boolean.parseBoolean(setting("enabled"))
                && setting("name").equals("basic")
                && setting("encoding").equals("hexadecimal");
        return digested ? setting("prefix") + digest(password) + setting("suffix") : password;
    }

    private String digest(String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance(setting("algorithm"));
            return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the settings of console passwords name an unknown algorithm", e);
        }
    }

    private String setting(String name) {
        return settings.getProperty("encryption." + name, "").strip();
    }
}
