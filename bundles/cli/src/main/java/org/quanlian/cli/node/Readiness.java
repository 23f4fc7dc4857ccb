package org.quanlian.cli.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a node whether it is ready. */
final class Readiness {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LONGEST_REASON = 4_096;

    /** The time in the check of the clock. */
    private static final Pattern TIME =
            Pattern.compile("\"name\":\"clock\".*?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d)");

    private Readiness() {}

    /** Why the node is not ready; nothing when it is. */
    static Optional<String> obstacle(NodeAddress node) {
        try {
            URL url = URI.create(node + "health/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                int status = connection.getResponseCode();
                return status == HttpURLConnection.HTTP_OK
                        ? Optional.empty()
                        : Optional.of(status + " " + body(connection.getErrorStream()));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Nobody listens yet, or somebody who is not a node.
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What time it is on a node, as it tells in its report; nothing when it does not answer. */
    static Optional<Instant> time(NodeAddress node) {
        try {
            URL url = URI.create(node + "health/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            try {
                boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                Matcher matcher = TIME.matcher(body(ready ? connection.getInputStream() : connection.getErrorStream()));
                return matcher.find()
                        ? Optional.of(OffsetDateTime.parse(matcher.group(1)).toInstant())
                        : Optional.empty();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Nobody listens just now.
            return Optional.empty();
        }
    }

    private static String body(InputStream body) throws IOException {
        return body == null ? "" : new String(body.readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
    }
}
