package org.quanlian.store.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes to a file, and knows the digest of what it wrote; what was written is durable when it is closed. */
final class DigestingStream extends OutputStream {
    private final OutputStream to;
    private final Durably durably;
    private final MessageDigest digest = Digests.newSha256();

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
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Makes a file durable. */
    interface Durably {
        void force() throws IOException;
    }
}
