package org.quanlian.store.internal.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.quanlian.vouchers.documents.PersonalDataException;

/**
 * How bytes are sealed: a head, then pieces of 64 KiB, each sealed by itself with the file's own key.
 *
 * <pre>
 * head:   "QLS1" · number of the cipher · name of the master key (8) · nonce (12) · the file's key, wrapped · prefix (7)
 * piece:  sealed with the nonce  prefix (7) · number of the piece (4) · 1 on the last piece, else 0
 * </pre>
 *
 * <p>The head is the context of every piece, so none can be cut off, moved, repeated or come from another file unnoticed: the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (2015).
 */
final class SealedForm {
    static final int PIECE = 64 * 1024;

    private static final byte[] MAGIC = {'Q', 'L', 'S', '1'};
    private static final int NONCE = 12;
    private static final int PREFIX = 7;

    private final KeyFolder keys;
    private final Aead cipher;
    private final SecureRandom random;

    SealedForm(KeyFolder keys, Aead cipher, SecureRandom random) {
        this.keys = keys;
        this.cipher = cipher;
        this.random = random;
    }

    /** A stream that seals what is written to it. Only {@link OutputStream#close} makes it whole, and closes the other. */
    OutputStream seal(OutputStream to) throws IOException {
        MasterKey master = keys.current();
        SecretKey key = cipher.newKey();
        byte[] wrapNonce = randomBytes(NONCE);
        byte[] start = concat(MAGIC, new byte[] {cipher.number()}, master.id());
        byte[] wrapped;
        try {
            byte[] plain = key.getEncoded();
            wrapped = cipher.seal(master.key(), wrapNonce, start, plain, plain.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key can't be wrapped", e);
        }
        byte[] head = concat(start, wrapNonce, wrapped, randomBytes(PREFIX));
        to.write(head);
        return new SealingStream(to, cipher, key, head);
    }

    /**
     * A stream of what was sealed. A piece comes out of it only when it was found undamaged; the end only when all was.
     *
     * @throws PersonalDataException when its key is not there, or its head is damaged
     */
    InputStream open(InputStream from) throws IOException {
        byte[] start = readFully(from, MAGIC.length + 1 + MasterKey.ID_BYTES);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || start[MAGIC.length] != cipher.number()) {
            throw damaged("it was not sealed by this version of the node", null);
        }
        byte[] id = Arrays.copyOfRange(start, MAGIC.length + 1, start.length);
        MasterKey master = keys.named(id)
                .orElseThrow(() ->
                        new PersonalDataException("the key " + HexFormat.of().formatHex(id) + " is not in "
                                + keys.folder() + ": restore it from the backup of the keys"));
        byte[] wrapNonce = readFully(from, NONCE);
        byte[] wrapped = readFully(from, MasterKey.BYTES + cipher.overhead());
        byte[] prefix = readFully(from, PREFIX);
        try {
            SecretKey key = cipher.key(cipher.open(master.key(), wrapNonce, start, wrapped, wrapped.length));
            return new OpeningStream(from, cipher, key, concat(start, wrapNonce, wrapped, prefix));
        } catch (GeneralSecurityException e) {
            throw damaged("its head was changed", e);
        }
    }

    static PersonalDataException damaged(String how, Throwable cause) {
        return new PersonalDataException(
                "something personal was damaged (" + how + "): restore it from a backup", cause);
    }

    /** The nonce of a piece. */
    static byte[] nonce(byte[] head, int piece, boolean last) {
        byte[] nonce = Arrays.copyOf(Arrays.copyOfRange(head, head.length - PREFIX, head.length), NONCE);
        for (int i = 0; i < Integer.BYTES; i++) {
            nonce[PREFIX + i] = (byte) (piece >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
        }
        nonce[NONCE - 1] = (byte) (last ? 1 : 0);
        return nonce;
    }

    private static byte[] readFully(InputStream from, int length) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length != length) {
            throw damaged("its head was cut off", null);
        }
        return bytes;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
