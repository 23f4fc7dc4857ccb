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
import org.quanlian.keys.KeyException;
import org.quanlian.keys.KeyRing;
import org.quanlian.keys.SealingKey;
import org.quanlian.keys.crypto.Aead;
import org.quanlian.keys.crypto.SealedPieces;
import org.quanlian.vouchers.documents.PersonalDataException;

/**
 * How bytes are sealed: a head, then pieces of 64 KiB, each sealed by itself with the file's own key.
 *
 * <pre>
 * head:   "QLS1" · number of the cipher · name of the master key (8) · nonce (12) · the file's key, wrapped · prefix (7)
 * pieces: see {@link SealedPieces}, for which the head is the context
 * </pre>
 *
 * <p>The cipher is that of the master key, for the wrap and for the pieces.
 */
final class SealedForm {
    private static final byte[] MAGIC = {'Q', 'L', 'S', '1'};

    private final KeyRing<SealingKey> keys;
    private final SecureRandom random;

    SealedForm(KeyRing<SealingKey> keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A stream that seals what is written to it. Only {@link OutputStream#close} makes it whole, and closes the other. */
    OutputStream seal(OutputStream to) throws IOException {
        SealingKey master = current();
        Aead cipher = master.cipher();
        SecretKey key = cipher.newKey(random);
        byte[] wrapNonce = randomBytes(Aead.NONCE_BYTES);
        byte[] start = concat(MAGIC, new byte[] {cipher.number()}, master.name());
        byte[] wrapped;
        try {
            byte[] plain = key.getEncoded();
            wrapped = cipher.seal(master.key(), wrapNonce, start, plain, plain.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key can't be wrapped", e);
        }
        byte[] head = concat(start, wrapNonce, wrapped, randomBytes(SealedPieces.PREFIX));
        to.write(head);
        return new SealedPieces(cipher, key, head).seal(to);
    }

    /**
     * A stream of what was sealed. A piece comes out of it only when it was found undamaged; the end only when all was.
     *
     * @throws PersonalDataException when its key is not there, or its head is damaged
     */
    InputStream open(InputStream from) throws IOException {
        byte[] start = readFully(from, MAGIC.length + 1 + SealingKey.NAME_BYTES);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw damaged("it was not sealed by this version of the node", null);
        }
        SealingKey master = named(HexFormat.of().formatHex(start, MAGIC.length + 1, start.length));
        Aead cipher = master.cipher();
        if (start[MAGIC.length] != cipher.number()) {
            throw damaged("its head was changed", null);
        }
        byte[] wrapNonce = readFully(from, Aead.NONCE_BYTES);
        byte[] wrapped = readFully(from, cipher.keyBytes() + cipher.overhead());
        byte[] prefix = readFully(from, SealedPieces.PREFIX);
        try {
            SecretKey key = cipher.key(cipher.open(master.key(), wrapNonce, start, wrapped, wrapped.length));
            return new SealedPieces(cipher, key, concat(start, wrapNonce, wrapped, prefix))
                    .open(from, SealedForm::damaged);
        } catch (GeneralSecurityException e) {
            throw damaged("its head was changed", e);
        }
    }

    private SealingKey current() {
        try {
            return keys.current();
        } catch (KeyException e) {
            throw new PersonalDataException(e.getMessage(), e);
        }
    }

    private SealingKey named(String id) {
        try {
            return keys.named(id)
                    .orElseThrow(() -> new PersonalDataException("the key " + id + " is not in " + keys.folder()
                            + ": restore it from the backup of the keys"));
        } catch (KeyException e) {
            throw new PersonalDataException(e.getMessage(), e);
        }
    }

    private static PersonalDataException damaged(String how, Throwable cause) {
        return new PersonalDataException(
                "something personal was damaged (" + how + "): restore it from a backup", cause);
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
