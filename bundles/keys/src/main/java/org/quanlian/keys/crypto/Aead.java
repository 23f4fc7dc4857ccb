package org.quanlian.keys.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** A cipher that also proves that nothing was changed, for pieces that fit into memory. */
public interface Aead {
    /** How many bytes a nonce has. */
    int NONCE_BYTES = 12;

    /**
     * The cipher of an algorithm.
     *
     * @throws IllegalArgumentException when that does not seal
     */
    static Aead of(Algorithm algorithm) {
        return switch (algorithm) {
            case AES_256_GCM -> new AesGcm();
            case SM4_GCM -> new Sm4Gcm();
            default -> throw new IllegalArgumentException(algorithm.label() + " does not seal");
        };
    }

    /** Its number in what is sealed; never used for another. */
    byte number();

    /** How many bytes a key has. */
    int keyBytes();

    /** How many bytes longer a piece is when it is sealed. */
    int overhead();

    /** A key that was kept as its bytes. */
    SecretKey key(byte[] bytes);

    /** A fresh key. */
    default SecretKey newKey(SecureRandom random) {
        byte[] bytes = new byte[keyBytes()];
        random.nextBytes(bytes);
        return key(bytes);
    }

    /**
     * Seals a piece.
     *
     * @param nonce {@link #NONCE_BYTES} bytes that were never used with this key
     * @param context what must be the same when it is opened
     */
    byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain, int length) throws GeneralSecurityException;

    /**
     * Opens a piece.
     *
     * @throws GeneralSecurityException when key, nonce, context or the piece are not those of the seal
     */
    byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed, int length) throws GeneralSecurityException;
}
