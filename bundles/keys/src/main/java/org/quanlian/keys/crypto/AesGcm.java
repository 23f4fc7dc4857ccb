package org.quanlian.keys.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/Counter Mode, as every Java has it. Source: NIST SP 800-38D. */
final class AesGcm implements Aead {
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    @Override
    public byte number() {
        return 1;
    }

    @Override
    public int keyBytes() {
        return KEY_BYTES;
    }

    @Override
    public int overhead() {
        return TAG_BYTES;
    }

    @Override
    public SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain, int length)
            throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, key, nonce, context, plain, length);
    }

    @Override
    public byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed, int length)
            throws GeneralSecurityException {
        if (length < TAG_BYTES) {
            // Java's own answer to that is no GeneralSecurityException.
            throw new AEADBadTagException("the piece is shorter than its tag");
        }
        return run(Cipher.DECRYPT_MODE, key, nonce, context, sealed, length);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] context, byte[] bytes, int length)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(context);
        return cipher.doFinal(bytes, 0, length);
    }
}
