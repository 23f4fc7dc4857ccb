package org.quanlian.vouchers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Predicate;

/** The contents of documents, kept outside the database. None is ever changed. */
public interface ContentStore {
    /** How much may be uploaded here. */
    DocumentLimits limits();

    /**
     * Takes in a content while it streams, and keeps it as a whole or not at all; what is kept is durable when this returns.
     *
     * @param in the content; not closed here
     * @param arriving what is known of it
     * @throws IOException when the stream breaks off
     * @throws org.quanlian.vouchers.StoreUnavailableException when the disk is full or fails
     * @throws org.quanlian.vouchers.RefusedException {@code document.too-large}, {@code document.empty},
     *     {@code document.type} or {@code document.declared}
     */
    KeptContent keep(InputStream in, Arriving arriving) throws IOException;

    /**
     * Opens a content. It has been found whole and undamaged before the first byte is there to be read.
     *
     * @throws PersonalDataException when it is encrypted and its key is not there, or it was damaged
     * @throws DamagedContentException when it is not there, or was damaged
     * @throws IOException when the disk fails
     */
    InputStream open(KeptContent content) throws IOException;

    /**
     * Removes what no document stands on: uploads that broke off, and contents that came to no document.
     *
     * @param before only what is older than that
     * @param kept whether a document stands on an address
     * @return how many files were removed
     * @throws IOException when the disk fails
     */
    int sweep(Instant before, Predicate<String> kept) throws IOException;

    /**
     * What is known of a content before it is there.
     *
     * @param limit the most bytes that it may have
     * @param declared the media type that was declared; empty when none was
     * @param personal whether it shows a person, and is kept encrypted
     */
    record Arriving(long limit, String declared, boolean personal) {}
}
