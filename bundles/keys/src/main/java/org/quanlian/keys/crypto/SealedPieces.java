package org.quanlian.keys.crypto;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * How a stream of any length is sealed: in pieces of 64 KiB, each by itself, under one key that seals this stream alone.
 *
 * <pre>
 * piece:  sealed with the nonce  prefix (7) · number of the piece (4) · 1 on the last piece, else 0
 * </pre>
 *
 * <p>The head, which the caller writes before the pieces, is the context of every piece and ends with the random prefix of the
 * nonces; so none can be cut off, moved, repeated or come from another stream unnoticed: the STREAM construction of Hoang,
 * Reyhanitabar, Rogaway and Vizár (2015).
 */
public final class SealedPieces {
    /** How many bytes of a head's end are random. */
    public static final int PREFIX = 7;

    /** How many bytes of what is sealed a piece has. */
    public static final int PIECE = 64 * 1024;

    private final Aead cipher;
    private final SecretKey key;
    private final byte[] head;

    /**
     * @param key sealed nothing before
     * @param head what stands before the pieces, at its end {@link #PREFIX} random bytes
     */
    public SealedPieces(Aead cipher, SecretKey key, byte[] head) {
        this.cipher = cipher;
        this.key = key;
        this.head = head.clone();
    }

    /** Makes the error of a caller, which names the remedy, of what was found. */
    @FunctionalInterface
    public interface Damage {
        /** @param how what was found, in a few words; it never tells what was sealed */
        RuntimeException of(String how, Throwable cause);
    }

    /** A stream that seals what is written to it. Only {@link OutputStream#close} makes it whole, and closes the other. */
    public OutputStream seal(OutputStream to) {
        return new SealingStream(to, this);
    }

    /** A stream of what was sealed. A piece comes out of it only when it was found undamaged; the end only when all was. */
    public InputStream open(InputStream from, Damage damage) {
        return new OpeningStream(from, this, damage);
    }

    Aead cipher() {
        return cipher;
    }

    SecretKey key() {
        return key;
    }

    byte[] head() {
        return head;
    }

    /** The nonce of a piece. */
    byte[] nonce(int piece, boolean last) {
        byte[] nonce = Arrays.copyOf(Arrays.copyOfRange(head, head.length - PREFIX, head.length), Aead.NONCE_BYTES);
        for (int i = 0; i < Integer.BYTES; i++) {
            nonce[PREFIX + i] = (byte) (piece >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
        }
        nonce[Aead.NONCE_BYTES - 1] = (byte) (last ? 1 : 0);
        return nonce;
    }
}
