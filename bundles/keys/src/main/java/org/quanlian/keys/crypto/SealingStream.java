package org.quanlian.keys.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals what is written to it, piece by piece; closing it writes the last piece. */
final class SealingStream extends OutputStream {
    private final OutputStream to;
    private final SealedPieces form;
    private final byte[] piece = new byte[SealedPieces.PIECE];
    private int filled;
    private int count;
    private boolean closed;

    SealingStream(OutputStream to, SealedPieces form) {
        this.to = to;
        this.form = form;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                // Only now it is known that this was not the last.
                sealPiece(false);
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (to) {
                sealPiece(true);
            }
        }
    }

    private void sealPiece(boolean last) throws IOException {
        try {
            to.write(form.cipher().seal(form.key(), form.nonce(count, last), form.head(), piece, filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a piece can't be sealed", e);
        }
        count = Math.incrementExact(count);
        filled = 0;
    }
}
