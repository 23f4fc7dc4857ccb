package org.quanlian.store.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.DigestAlgorithm.Digest;

/** Writes to a file, and knows the digest of what it wrote; what was written is durable when it is closed. */
final class DigestingStream extends OutputStream {
    private final OutputStream to;
    private final Durably durably;
    private final Digest digest = DigestAlgorithm.SHA_256.start();

    DigestingStream(OutputStream to, Durably durably) {
        this.to = to;
        this.durably = durably;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        to.write(bytes, offset, length);
    }

    /** The file itself stays open. */
    @Override
    public void close() throws IOException {
        to.flush();
        durably.force();
    }

    /** The digest of all that was written. */
    String sha256() {
        return HexFormat.of().formatHex(digest.end());
    }

    /** Makes a file durable. */
    interface Durably {
        void force() throws IOException;
    }
}
