package org.quanlian.mail.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How mails are sent.
 *
 * @param host the mail server
 * @param port its port
 * @param security how the connection is protected
 * @param user account on the mail server; empty when it wants none
 * @param password its password, or empty
 * @param from address from which mails come
 * @param publicUrl where people reach the node; empty when mails shall name no address
 * @param batch how many mails are taken at a time
 * @param schedule when they are tried again
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        Optional<String> publicUrl,
        int batch,
        MailSchedule schedule) {
    private static final Set<String> KEYS = Set.of(
            "host",
            "port",
            "security",
            "user",
            "passwordFile",
            "from",
            "publicUrl",
            "batch",
            "retryAfter",
            "retryAtMost",
            "giveUpAfter");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_BATCH = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    /** How the connection is protected. */
    public enum Security {
        /** It begins in clear and is encrypted before anything is said; a server that can't is not talked to. */
        STARTTLS(587),
        /** It is encrypted from the beginning. */
        TLS(465),
        /** It is not: for a mail server on the same machine or in the same closed network. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /**
     * Reads the configuration.
     *
     * @param configuration the settings by name; names with a dot are the platform's
     * @param home the node's folder, against which relative paths are meant
     * @return the settings; empty when no host is named: then no mail is sent
     * @throws IllegalArgumentException naming the setting that is wrong and what it should be
     */
    public static Optional<MailSettings> read(Map<String, ?> configuration, Path home) {
        Set<String> unknown = new TreeSet<>(configuration.keySet());
        unknown.removeIf(key -> KEYS.contains(key) || key.contains("."));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + "; there are " + new TreeSet<>(KEYS));
        }
        String host = text(configuration, "host");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Security security = security(text(configuration, "security"));
        String user = text(configuration, "user");
        if (!user.isEmpty() && security == Security.NONE) {
            throw new IllegalArgumentException(
                    "security is none, so the password of user would be sent in clear: set starttls or tls");
        }
        return Optional.of(new MailSettings(
                host,
                number(configuration, "port", security.port, MAX_PORT),
                security,
                user,
                user.isEmpty() ? "" : password(text(configuration, "passwordFile"), home),
                from(text(configuration, "from")),
                publicUrl(text(configuration, "publicUrl")),
                number(configuration, "batch", 50, MAX_BATCH),
                new MailSchedule(
                        duration(configuration, "retryAfter", Duration.ofMinutes(1)),
                        duration(configuration, "retryAtMost", Duration.ofHours(4)),
                        duration(configuration, "giveUpAfter", Duration.ofDays(3)))));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ") from " + from;
    }

    private static Security security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default -> throw new IllegalArgumentException(
                    "security is \"" + text + "\", and must be starttls, tls or none");
        };
    }

    private static String from(String text) {
        if (!MailAddresses.isAddress(text)) {
            throw new IllegalArgumentException(
                    "from is \"" + text + "\", and must be a mail address such as voucher@kjt.example");
        }
        return text;
    }

    private static Optional<String> publicUrl(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return Optional.of(uri.toASCIIString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("publicUrl is \"" + text + "\" and no URL: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("publicUrl is \"" + text + "\", and must begin with https://HOST");
    }

    private static String password(String file, Path home) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException(
                    "passwordFile is missing: the file whose first line is the password of user");
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

    private static int number(Map<String, ?> configuration, String key, int otherwise, int max) {
        String text = text(configuration, key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is \"" + text + "\" and not a number", e);
        }
        throw new IllegalArgumentException(key + " is " + text + ", and must be 1 to " + max);
    }

    private static Duration duration(Map<String, ?> configuration, String key, Duration otherwise) {
        String text = text(configuration, key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is \"" + text + "\" and not a duration such as PT5M or P3D", e);
        }
        throw new IllegalArgumentException(key + " is " + text + ", and must be PT1S to P30D");
    }

    private static String text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
