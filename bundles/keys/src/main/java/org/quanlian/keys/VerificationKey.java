package org.quanlian.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.SignatureScheme;

/** A public key: whoever has it can check signatures, without a node and with tools that are not ours. */
public final class VerificationKey {
    private static final int ID_LENGTH = 22;
    private static final int PEM_LINE = 64;

    private final Algorithm algorithm;
    private final byte[] encoded;
    private final String id;

    /**
     * @param encoded X.509 (SubjectPublicKeyInfo)
     * @throws IllegalArgumentException when the algorithm does not sign
     */
    public VerificationKey(Algorithm algorithm, byte[] encoded) {
        if (algorithm.kind() != Algorithm.Kind.SIGNATURE) {
            throw new IllegalArgumentException(algorithm.label() + " does not sign");
        }
        this.algorithm = algorithm;
        this.encoded = encoded.clone();
        this.id = idOf(encoded);
    }

    /** The name of a public key. */
    static String idOf(byte[] encoded) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DigestAlgorithm.SHA_256.of(encoded))
                .substring(0, ID_LENGTH);
    }

    /**
     * The key that {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is no Base64
     */
    public static VerificationKey parse(Algorithm algorithm, String text) {
        return new VerificationKey(algorithm, Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Its name: the beginning of the SHA-256 of its X.509 form, in Base64 for URLs, 22 characters. */
    public String id() {
        return id;
    }

    /** What it works with. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** X.509 in Base64, on one line. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** X.509 as a PEM file (RFC 7468), which OpenSSL reads. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /**
     * Whether a signature was made over a message by this key; what is no signature at all was not.
     *
     * @throws IllegalArgumentException when this is no public key of its algorithm
     */
    public boolean verify(byte[] message, byte[] signature) {
        return SignatureScheme.of(algorithm).verify(encoded, message, signature);
    }

    /** Whether it was made over a message by this very key. */
    public boolean verify(byte[] message, Signed signed) {
        return signed.keyId().equals(id) && signed.algorithm() == algorithm && verify(message, signed.signature());
    }
}
