package org.quanlian.vouchers.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken (文件格式): what their content is, not what they are called. */
public enum DocumentType {
    /** Scans, forms, invoices. */
    PDF("application/pdf", List.of(), List.of("pdf")),
    /** The national format of fixed pages (GB/T 33190), in which invoices come. */
    OFD("application/ofd", List.of("application/vnd.ofd", "application/zip"), List.of("ofd")),
    /** Photographs. */
    JPEG("image/jpeg", List.of("image/jpg", "image/pjpeg"), List.of("jpg", "jpeg")),
    /** Pictures. */
    PNG("image/png", List.of(), List.of("png")),
    /** Invoices as data. */
    XML("application/xml", List.of("text/xml"), List.of("xml"));

    private static final String ANYTHING = "application/octet-stream";

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nobody can change.
    private final List<String> alsoCalled;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nobody can change.
    private final List<String> extensions;

    DocumentType(String mediaType, List<String> alsoCalled, List<String> extensions) {
        this.mediaType = mediaType;
        this.alsoCalled = alsoCalled;
        this.extensions = extensions;
    }

    /** The media type by which it is served. */
    public String mediaType() {
        return mediaType;
    }

    /** The ways in which names of such files end, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The type of that media type, if it is one. */
    public static Optional<DocumentType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /**
     * Whether a file of this type may be declared as a media type: by one of its names, or by none at all.
     *
     * @param declared the media type with its parameters; empty when nothing was declared
     */
    public boolean mayBeDeclaredAs(String declared) {
        int parameters = declared.indexOf(';');
        String name = (parameters < 0 ? declared : declared.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.equals(ANYTHING) || name.equals(mediaType) || alsoCalled.contains(name);
    }
}
