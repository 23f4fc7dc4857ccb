package org.quanlian.vouchers.documents;

/**
 * How much may be uploaded.
 *
 * @param document the most bytes of one document
 * @param organisation the most bytes of all documents of one organisation
 */
public record DocumentLimits(long document, long organisation) {
    private static final long MEBIBYTE = 1024L * 1024;

    /** 20 MiB a document, 2 GiB an organisation. */
    public static final DocumentLimits DEFAULT = new DocumentLimits(20 * MEBIBYTE, 2048 * MEBIBYTE);

    public DocumentLimits {
        if (document < 1 || organisation < document) {
            throw new IllegalArgumentException(
                    "a limit of documents is positive, and that of an organisation not smaller");
        }
    }
}
