package org.quanlian.keys.crypto;

import java.security.SecureRandom;

/** How something is signed, with keys in the forms in which they are kept: PKCS #8 and X.509. */
public interface SignatureScheme {
    /**
     * The scheme of an algorithm.
     *
     * @throws IllegalArgumentException when that does not sign
     */
    static SignatureScheme of(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> new Ed25519();
            case SM2 -> new Sm2();
            case ECDSA_P256 -> new EcdsaP256();
            default -> throw new IllegalArgumentException(algorithm.label() + " does not sign");
        };
    }

    /** A new pair. */
    KeyPairBytes newPair(SecureRandom random);

    /**
     * Signs.
     *
     * @throws IllegalArgumentException when that is no private key of this algorithm
     */
    byte[] sign(byte[] privateKey, byte[] message);

    /**
     * Whether a signature was made over a message by the private key of a public one; what is no signature at all was not.
     *
     * @throws IllegalArgumentException when that is no public key of this algorithm
     */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
