package org.quanlian.itests.year;

import java.nio.charset.StandardCharsets;

/** Papers as files, each with nothing in it but its kind. */
final class Papers {
    private static final byte[] JPEG = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
    };

    private Papers() {}

    /** Uploads a paper; returns the name of the document. */
    static String upload(Person owner, String purpose) {
        byte[] file = purpose.equals("LEGAL_REPRESENTATIVE_ID")
                ? JPEG
                : ("%PDF-1.7\n虚构材料 " + purpose).getBytes(StandardCharsets.UTF_8);
        return owner.upload("/api/v1/documents?purpose=" + purpose, "application/octet-stream", file)
                .at("/id");
    }
}
