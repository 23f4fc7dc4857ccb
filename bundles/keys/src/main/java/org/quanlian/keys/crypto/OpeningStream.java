package org.quanlian.keys.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;

/** Gives what was sealed, piece by piece, each when it was found undamaged. */
final class OpeningStream extends InputStream {
    private final PushbackInputStream from;
    private final SealedPieces form;
    private final SealedPieces.Damage damage;
    private byte[] piece = new byte[0];
    private int at;
    private int count;
    private boolean ended;

    OpeningStream(InputStream from, SealedPieces form, SealedPieces.Damage damage) {
        this.from = new PushbackInputStream(from, 1);
        this.form = form;
        this.damage = damage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            openPiece();
        }
        int given = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, given);
        at += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }

    private void openPiece() throws IOException {
        byte[] sealed = from.readNBytes(SealedPieces.PIECE + form.cipher().overhead());
        int next = from.read();
        if (next >= 0) {
            from.unread(next);
        }
        ended = next < 0;
        try {
            piece = form.cipher().open(form.key(), form.nonce(count, ended), form.head(), sealed, sealed.length);
        } catch (GeneralSecurityException e) {
            throw damage.of("piece " + count + " was changed or cut off", e);
        }
        at = 0;
        count = Math.incrementExact(count);
    }
}
