package org.quanlian.keys;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.DigestAlgorithm;

/**
 * What stands in a key file, one member a line, the last of which finds damage:
 *
 * <pre>
 * purpose: personal-data
 * algorithm: SM4-GCM
 * created: 2026-11-25T16:40:00Z
 * secret: Base64; of a pair the private key, PKCS #8
 * public: Base64; of a pair the public key, X.509
 * check: first eight bytes of the SHA-256 of the lines above
 * </pre>
 *
 * <p>Files of older nodes say less and are read too: a secret in Base64 (personal data) or in hexadecimal digits (person names),
 * or a pair in two lines of Base64 (access tokens).
 */
final class KeyText {
    private static final List<String> SECRET = List.of("purpose", "algorithm", "created", "secret", "check");
    private static final List<String> PAIR = List.of("purpose", "algorithm", "created", "secret", "public", "check");
    private static final int CHECK_BYTES = 8;
    private static final int OLD_SECRET_BYTES = 32;

    private final Algorithm algorithm;
    private final Optional<Instant> created;
    private final byte[] secret;
    private final byte[] publicKey;

    /** @param publicKey of a pair the public key, else no byte */
    KeyText(Algorithm algorithm, Optional<Instant> created, byte[] secret, byte[] publicKey) {
        this.algorithm = algorithm;
        this.created = created;
        this.secret = secret.clone();
        this.publicKey = publicKey.clone();
    }

    /**
     * Reads a key file.
     *
     * @throws IllegalArgumentException when it is none of that purpose, or damaged; the message tells nothing of what stands there
     */
    static KeyText parse(Purpose purpose, String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty() || !lines.get(0).startsWith("purpose: ")
                ? parseOld(purpose, lines)
                : parseNew(purpose, lines);
    }

    /** The form that {@link #parse} reads. */
    String text(Purpose purpose) {
        List<String> lines = new ArrayList<>(List.of(
                "purpose: " + purpose.word(),
                "algorithm: " + algorithm.label(),
                "created: " + created.orElseThrow(),
                "secret: " + Base64.getEncoder().encodeToString(secret)));
        if (algorithm.kind() == Algorithm.Kind.SIGNATURE) {
            lines.add("public: " + Base64.getEncoder().encodeToString(publicKey));
        }
        lines.add("check: " + check(lines));
        return String.join("\n", lines) + "\n";
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** When it was made, if the file says so. */
    Optional<Instant> created() {
        return created;
    }

    byte[] secret() {
        return secret.clone();
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    private static KeyText parseNew(Purpose purpose, List<String> lines) {
        List<String> names =
                lines.stream().map(line -> line.replaceFirst(": .*", "")).toList();
        List<String> expected = purpose.kind() == Algorithm.Kind.SIGNATURE ? PAIR : SECRET;
        if (!names.equals(expected)) {
            throw new IllegalArgumentException("its lines are not " + expected);
        }
        List<String> values =
                lines.stream().map(line -> line.replaceFirst("^[a-z]+: ", "")).toList();
        if (!check(lines.subList(0, lines.size() - 1)).equals(values.get(values.size() - 1))) {
            throw new IllegalArgumentException("its check says that it was changed");
        }
        if (!values.get(0).equals(purpose.word())) {
            throw new IllegalArgumentException("it is a key for " + values.get(0) + ", not for " + purpose.word());
        }
        Algorithm algorithm = Algorithm.named(values.get(1))
                .filter(purpose::takes)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this version of the node has no use of " + values.get(1) + " for " + purpose.word()));
        return new KeyText(
                algorithm,
                Optional.of(time(values.get(2))),
                bytes(values.get(3)),
                expected.equals(PAIR) ? bytes(values.get(4)) : new byte[0]);
    }

    private static KeyText parseOld(Purpose purpose, List<String> lines) {
        int wanted = purpose.kind() == Algorithm.Kind.SIGNATURE ? 2 : 1;
        if (lines.size() != wanted) {
            throw new IllegalArgumentException("it has " + lines.size() + " lines instead of " + wanted);
        }
        return switch (purpose.kind()) {
            case SIGNATURE -> new KeyText(
                    Algorithm.ED25519, Optional.empty(), bytes(lines.get(0)), bytes(lines.get(1)));
            case SEAL -> new KeyText(
                    Algorithm.AES_256_GCM,
                    Optional.empty(),
                    exactly(bytes(lines.get(0).strip())),
                    new byte[0]);
            case MAC -> new KeyText(
                    Algorithm.HMAC_SHA_256,
                    Optional.empty(),
                    exactly(hex(lines.get(0).strip())),
                    new byte[0]);
        };
    }

    private static byte[] exactly(byte[] bytes) {
        if (bytes.length != OLD_SECRET_BYTES) {
            throw new IllegalArgumentException("it has " + bytes.length + " bytes instead of " + OLD_SECRET_BYTES);
        }
        return bytes;
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // Without the cause, which tells characters of the key.
            throw new IllegalArgumentException("it is no Base64");
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            // Without the cause, which tells characters of the key.
            throw new IllegalArgumentException("these are no hexadecimal digits");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its time is none", e);
        }
    }

    private static String check(List<String> lines) {
        byte[] digest = DigestAlgorithm.SHA_256.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, CHECK_BYTES));
    }
}
