package org.quanlian.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.EcAgreement;

/** What a node shows of its key for agreeing on secrets, so that others can agree with it. */
public final class AgreementPublicKey {
    /** The longest text of one. */
    public static final int MAX_LENGTH = 400;

    private final Algorithm algorithm;
    private final byte[] encoded;

    private AgreementPublicKey(byte[] encoded) {
        this.algorithm = EcAgreement.algorithmOf(encoded);
        this.encoded = encoded.clone();
    }

    /** @throws IllegalArgumentException when it is no public key of P-256 or of SM2's curve */
    static AgreementPublicKey of(byte[] encoded) {
        return new AgreementPublicKey(encoded);
    }

    /**
     * Reads what {@link #text} gives.
     *
     * @throws IllegalArgumentException when it is no public key of P-256 or of SM2's curve
     */
    public static AgreementPublicKey parse(String text) {
        AgreementPublicKey key =
                new AgreementPublicKey(Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
        if (!key.text().equals(text)) {
            throw new IllegalArgumentException("Base64 has one writing");
        }
        return key;
    }

    /** What it agrees by; the other's must be the same. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** X.509 in Base64, on one line. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgreementPublicKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "AgreementPublicKey[" + text() + "]";
    }
}
