package org.quanlian.vouchers.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names people by a keyed hash of the number of their identity document, so that the same person is known again in
 * several firms while no number is kept: HMAC-SHA-256, or HMAC-SM3, under a key that is outside the database.
 *
 * <p>Without the key nobody can try the numbers that there are; with another key nobody is known again, so the key is
 * kept as long as the data.
 */
public final class PersonKeys {
    /** The fewest bytes that a key may have. */
    public static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final UnaryOperator<byte[]> keyedHash;

    /** @param keyedHash a hash of 32 bytes under a key that others don't have; always the same one */
    public PersonKeys(UnaryOperator<byte[]> keyedHash) {
        this.keyedHash = keyedHash;
    }

    /**
     * Names by HMAC-SHA-256.
     *
     * @throws IllegalArgumentException when the key is shorter than {@link #MIN_KEY_BYTES}
     */
    public PersonKeys(byte[] key) {
        this(hmacSha256(key));
    }

    /** The name of the person with that identity card. */
    public String of(ResidentNumber number) {
        return of(number.value());
    }

    /** The name of the person with a document of that number, however its letters are written. */
    public String of(String documentNumber) {
        String folded = Normalizer.normalize(documentNumber, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(keyedHash.apply(folded.getBytes(StandardCharsets.UTF_8)));
    }

    private static UnaryOperator<byte[]> hmacSha256(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a key of person names has at least " + MIN_KEY_BYTES + " bytes");
        }
        SecretKeySpec secret = new SecretKeySpec(key.clone(), ALGORITHM);
        return message -> {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + ALGORITHM, e);
            }
        };
    }
}
