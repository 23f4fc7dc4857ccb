package org.quanlian.store.internal.files;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;

/** A cipher that also proves that nothing was changed, for pieces that fit into memory. */
interface Aead {
    /** Its number in what is sealed; never used for another. */
    byte number();

    /** A fresh key. */
    SecretKey newKey();

    /** A key that was kept as its bytes. */
    SecretKey key(byte[] bytes);

    /**
     * Seals a piece.
     *
     * @param nonce 12 bytes that were never used with this key
     * @param context what must be the same when it is opened
     */
    byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain, int length) throws GeneralSecurityException;

    /**
     * Opens a piece.
     *
     * @throws GeneralSecurityException when key, nonce, context or the piece are not those of the seal
     */
    byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed, int length) throws GeneralSecurityException;

    /** How many bytes longer a piece is when it is sealed. */
    int overhead();
}
