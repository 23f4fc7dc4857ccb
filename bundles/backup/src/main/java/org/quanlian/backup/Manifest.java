package org.quanlian.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.PassphraseKey;

/**
 * What a backup is of, and by what its parts are known again: {@code manifest.json}, written last.
 *
 * @param createdAt when it was begun
 * @param node version of the node
 * @param database kind of the database
 * @param schema version of its schema
 * @param sealing how the parts are sealed, if they are
 * @param parts the digest of each file
 */
public record Manifest(
        Instant createdAt, String node, String database, int schema, Optional<Sealing> sealing, Map<Part, Seen> parts) {
    /** The name of its file. */
    public static final String FILE = "manifest.json";

    /** The file with the digest of the manifest, keyed when the backup is sealed. */
    public static final String CHECK_FILE = "manifest.check";

    /** How backups are written by this version; a greater one is refused. */
    static final int FORMAT = 1;

    private static final String KIND = "quanlian-backup";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Manifest {
        parts = Map.copyOf(parts);
    }

    /**
     * A file as it was written.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     */
    public record Seen(long size, String sha256) {}

    /**
     * How parts are sealed.
     *
     * @param cipher of the parts
     * @param salt of the passphrase, in hexadecimal digits
     * @param effort of the passphrase
     */
    public record Sealing(Algorithm cipher, String salt, PassphraseKey.Effort effort) {
        Algorithm mac() {
            return cipher == Algorithm.SM4_GCM ? Algorithm.HMAC_SM3 : Algorithm.HMAC_SHA_256;
        }
    }

    /** The bytes of its file. */
    byte[] bytes() {
        ObjectNode root = JSON.createObjectNode()
                .put("kind", KIND)
                .put("format", FORMAT)
                .put("createdAt", createdAt.toString())
                .put("node", node);
        root.putObject("database").put("kind", database).put("schema", schema);
        sealing.ifPresent(how -> root.putObject("sealing")
                .put("cipher", how.cipher().label())
                .put("salt", how.salt())
                .put("memoryKib", how.effort().memoryKib())
                .put("passes", how.effort().passes()));
        ObjectNode all = root.putObject("parts");
        for (Part part : Part.values()) {
            Seen seen = parts.get(part);
            all.putObject(part.word())
                    .put("file", part.file(sealing.isPresent()))
                    .put("size", seen.size())
                    .put("sha256", seen.sha256());
        }
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a manifest.
     *
     * @throws BackupRefusedException {@code foreign} when it is none, {@code future} when it is of a later version, {@code
     *     damaged} when it is not what a node wrote
     */
    static Manifest read(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new BackupRefusedException(e, "damaged", FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!root.path("kind").asText().equals(KIND)) {
            throw new BackupRefusedException("foreign", FILE);
        }
        if (root.path("format").asInt() > FORMAT) {
            throw new BackupRefusedException(
                    "future", root.path("format").asInt(), root.path("node").asText());
        }
        try {
            JsonNode sealing = root.path("sealing");
            return new Manifest(
                    Instant.parse(text(root, "createdAt")),
                    text(root, "node"),
                    text(root.path("database"), "kind"),
                    Math.toIntExact(number(root.path("database"), "schema")),
                    sealing.isMissingNode() ? Optional.empty() : Optional.of(sealing(sealing)),
                    parts(root.path("parts")));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new BackupRefusedException(e, "damaged", FILE);
        }
    }

    private static Sealing sealing(JsonNode node) {
        Algorithm cipher = Algorithm.named(text(node, "cipher"))
                .filter(known -> known.kind() == Algorithm.Kind.SEAL)
                .orElseThrow(() -> new IllegalArgumentException("no cipher"));
        String salt = text(node, "salt");
        if (HexFormat.of().parseHex(salt).length != PassphraseKey.SALT_BYTES) {
            throw new IllegalArgumentException("no salt");
        }
        return new Sealing(
                cipher,
                salt,
                new PassphraseKey.Effort(
                        Math.toIntExact(number(node, "memoryKib")), Math.toIntExact(number(node, "passes"))));
    }

    private static Map<Part, Seen> parts(JsonNode node) {
        Map<Part, Seen> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            JsonNode seen = node.path(part.word());
            parts.put(part, new Seen(number(seen, "size"), text(seen, "sha256")));
        }
        return parts;
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return node.path(name).asText();
    }

    private static long number(JsonNode node, String name) {
        if (!node.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("no " + name);
        }
        return node.path(name).asLong();
    }
}
