package org.quanlian.keys.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in Galois/Counter Mode. Source: GB/T 32907, GB/T 36624; RFC 8998 for the use of both together. */
final class Sm4Gcm implements Aead {
    private static final int KEY_BYTES = 16;
    private static final int TAG_BYTES = 16;

    @Override
    public byte number() {
        return 2;
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
        return new SecretKeySpec(bytes, "SM4");
    }

    @Override
    public byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain, int length)
            throws GeneralSecurityException {
        return run(true, key, nonce, context, plain, length);
    }

    @Override
    public byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed, int length)
            throws GeneralSecurityException {
        return run(false, key, nonce, context, sealed, length);
    }

    private static byte[] run(boolean seal, SecretKey key, byte[] nonce, byte[] context, byte[] bytes, int length)
            throws GeneralSecurityException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                seal, new AEADParameters(new KeyParameter(key.getEncoded()), TAG_BYTES * Byte.SIZE, nonce, context));
        byte[] out = new byte[cipher.getOutputSize(length)];
        int done = cipher.processBytes(bytes, 0, length, out, 0);
        try {
            cipher.doFinal(out, done);
        } catch (InvalidCipherTextException e) {
            throw new AEADBadTagException(e.getMessage());
        }
        return out;
    }
}
