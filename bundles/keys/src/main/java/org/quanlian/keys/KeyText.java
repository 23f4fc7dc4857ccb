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
import org.quanlian.keys.crypto.KeyPairBytes;

/**
 * What stands in a key file, one member a line, the last of which finds damage:
 *
 * <pre>
 * purpose: personal-data
 * algorithm: SM4-GCM
 * created: 2026-11-25T16:40:00Z
 * secret: Base64; of a pair the private key, PKCS #8
 * public: Base64; of a pair the public key, X.509
 * certificate: Base64; of a pair that others know by one, X.509 in DER
 * check: first eight bytes of the SHA-256 of the lines above
 * </pre>
 *
 * <p>Files of older nodes say less and are read too: a secret in Base64 (personal data) or in hexadecimal digits (person names),
 * or a pair in two lines of Base64 (access tokens).
 */
final class KeyText {
    private static final List<String> SECRET = List.of("purpose", "algorithm", "created", "secret", "check");
    private static final List<String> PAIR = List.of("purpose", "algorithm", "created", "secret", "public", "check");
    private static final List<String> CERTIFIED =
            List.of("purpose", "algorithm", "created", "secret", "public", "certificate", "check");
    private static final int CHECK_BYTES = 8;
    private static final int OLD_SECRET_BYTES = 32;

    private final Algorithm algorithm;
    private final Optional<Instant> created;
    private final byte[] secret;
    private final byte[] publicKey;
    private final byte[] certificate;

    /** A key that is a secret alone. */
    KeyText(Algorithm algorithm, Optional<Instant> created, byte[] secret) {
        this(algorithm, created, secret, new byte[0], new byte[0]);
    }

    /** @param certificate of a pair that others know by one, else no byte */
    KeyText(Algorithm algorithm, Optional<Instant> created, KeyPairBytes pair, byte[] certificate) {
        this(algorithm, created, pair.privateKey(), pair.publicKey(), certificate);
    }

    private KeyText(
            Algorithm algorithm, Optional<Instant> created, byte[] secret, byte[] publicKey, byte[] certificate) {
        this.algorithm = algorithm;
        this.created = created;
        this.secret = secret.clone();
        this.publicKey = publicKey.clone();
        this.certificate = certificate.clone();
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
        if (isPair(purpose)) {
            lines.add("public: " + Base64.getEncoder().encodeToString(publicKey));
        }
        if (purpose.certified()) {
            lines.add("certificate: " + Base64.getEncoder().encodeToString(certificate));
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

    byte[] certificate() {
        return certificate.clone();
    }

    private static boolean isPair(Purpose purpose) {
        return purpose.kind() == Algorithm.Kind.SIGNATURE || purpose.kind() == Algorithm.Kind.AGREEMENT;
    }

    private static List<String> members(Purpose purpose) {
        if (purpose.certified()) {
            return CERTIFIED;
        }
        return isPair(purpose) ? PAIR : SECRET;
    }

    private static KeyText parseNew(Purpose purpose, List<String> lines) {
        List<String> names =
                lines.stream().map(line -> line.replaceFirst(": .*", "")).toList();
        List<String> expected = members(purpose);
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
                isPair(purpose) ? bytes(values.get(4)) : new byte[0],
                purpose.certified() ? bytes(values.get(5)) : new byte[0]);
    }

    private static KeyText parseOld(Purpose purpose, List<String> lines) {
        int wanted = isPair(purpose) ? 2 : 1;
        if (lines.size() != wanted) {
            throw new IllegalArgumentException("it has " + lines.size() + " lines instead of " + wanted);
        }
        return switch (purpose.kind()) {
            case SIGNATURE, AGREEMENT -> old(
                    purpose,
                    new KeyText(
                            Algorithm.ED25519,
                            Optional.empty(),
                            new KeyPairBytes(bytes(lines.get(0)), bytes(lines.get(1))),
                            new byte[0]));
            case SEAL -> new KeyText(
                    Algorithm.AES_256_GCM,
                    Optional.empty(),
                    exactly(bytes(lines.get(0).strip())));
            case MAC -> new KeyText(
                    Algorithm.HMAC_SHA_256,
                    Optional.empty(),
                    exactly(hex(lines.get(0).strip())));
        };
    }

    /** Older nodes had no keys of the purposes that came later. */
    private static KeyText old(Purpose purpose, KeyText text) {
        if (!purpose.takes(text.algorithm())) {
            throw new IllegalArgumentException("older nodes had no keys for " + purpose.word());
        }
        return text;
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
