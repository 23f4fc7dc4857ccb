package org.quanlian.identity.internal.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * A pair of keys by which a node signs access tokens (Ed25519, RFC 8032).
 *
 * @param id its name: the beginning of the SHA-256 of the public key, so that no two keys have the same
 * @param pair the keys
 */
public record SigningKey(String id, KeyPair pair) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 22;

    /** A new pair. */
    static SigningKey make() {
        try {
            return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /**
     * The pair in the form in which it is kept: two lines of base 64, private (PKCS #8) and public (X.509).
     *
     * @throws IllegalArgumentException when it is not in that form
     */
    static SigningKey parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException("a key file has two lines, not " + lines.size());
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return of(new KeyPair(
                    publicKey(lines.get(1)),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key file has no key of " + ALGORITHM, e);
        }
    }

    /** The form that {@link #parse} reads. */
    String text() {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n" + publicText() + "\n";
    }

    /** The public key, X.509 in base 64. */
    String publicText() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    /** Whether a signature was made over a message by the private key of a public one. */
    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length or form is a wrong signature.
            return false;
        }
    }

    static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of " + ALGORITHM, e);
        }
    }

    private static SigningKey of(KeyPair pair) throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        return new SigningKey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, ID_LENGTH), pair);
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
