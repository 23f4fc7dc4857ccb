package org.quanlian.store.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.quanlian.vouchers.documents.DocumentRefusals;
import org.quanlian.vouchers.documents.DocumentType;

/** Tells what a content is, by the content alone; what is on no list is refused. */
final class TypeSniffer {
    /** How many bytes of a content are looked at; as many as the longest rule of Tika wants. */
    static final int HEAD = 64 * 1024;

    private static final String ZIP = "application/zip";
    private static final String OFD_ENTRY = "OFD.xml";

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /**
     * What a content is.
     *
     * @param head its first bytes
     * @param file the whole content, if it lies there as it is
     * @throws org.quanlian.vouchers.RefusedException {@code document.type}
     */
    DocumentType sniff(byte[] head, Optional<Path> file) throws IOException {
        String found = detect(head);
        if (found.equals(ZIP) && file.isPresent() && isOfd(file.get())) {
            return DocumentType.OFD;
        }
        return DocumentType.ofMediaType(found)
                .filter(type -> type != DocumentType.OFD)
                .orElseThrow(() -> DocumentRefusals.type(found));
    }

    private String detect(byte[] head) throws IOException {
        try (InputStream in = new ByteArrayInputStream(head)) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /** An OFD file is a ZIP file whose root has a document of that name (GB/T 33190). Only the names are read. */
    private static boolean isOfd(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(OFD_ENTRY) != null;
        } catch (ZipException e) {
            // It begins as a ZIP file and is none.
            return false;
        }
    }
}
