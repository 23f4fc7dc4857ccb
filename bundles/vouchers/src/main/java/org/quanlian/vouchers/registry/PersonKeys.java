package org.quanlian.vouchers.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names people by a keyed hash of the number of their identity document, so that the same person is known again in
 * several firms while no number is kept: HMAC-SHA-256 under a key that is outside the database.
 *
 * <p>Without the key nobody can try the numbers that there are; with another key nobody is known again, so the key is
 * kept as long as the data.
 */
public final class PersonKeys {
    /** The fewest bytes that a key may have. */
    public static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key is shorter than {@link #MIN_KEY_BYTES} */
    public PersonKeys(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a key of person names has at least " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key.clone(), ALGORITHM);
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(folded.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
