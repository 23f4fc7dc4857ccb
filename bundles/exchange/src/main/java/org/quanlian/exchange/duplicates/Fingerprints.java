package org.quanlian.exchange.duplicates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The fingerprints by which two provinces find the invoices that both support (发票指纹): HMAC-SHA-256 (RFC 2104) of the
 * invoice's number under the secret of the pair. Nobody else can tell a number from it; the two can, for numbers that they
 * guess, which is what finding the same invoice means.
 */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "quanlian.duplicates/1\n";

    private final SecretKeySpec key;

    /** @param secret the secret of the pair */
    public Fingerprints(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The fingerprint of an invoice, in hexadecimal.
     *
     * @param invoice what makes it the same, however it is written; see {@link org.quanlian.vouchers.orders.Activity}
     */
    public String of(String invoice) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + invoice).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
