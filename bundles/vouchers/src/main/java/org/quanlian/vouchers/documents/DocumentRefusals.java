package org.quanlian.vouchers.documents;

import java.util.Arrays;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is said when something can't be done with a document. */
public final class DocumentRefusals {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(DocumentRefusals.class);
    private static final long MEBIBYTE = 1024L * 1024;

    private DocumentRefusals() {}

    /** There is no such document, or the actor may not know of it. */
    public static RefusedException none() {
        return TEXTS.refused(Kind.NOT_FOUND, "document.none");
    }

    /** It was not told what the document is for. */
    public static RefusedException purpose() {
        return TEXTS.refused(Kind.INVALID, "document.purpose", Arrays.toString(DocumentPurpose.values()));
    }

    /** The content has more bytes than a document may have. */
    public static RefusedException tooLarge(long limit) {
        return TEXTS.refused(Kind.INVALID, "document.too-large", size(limit));
    }

    /** There is no content. */
    public static RefusedException empty() {
        return TEXTS.refused(Kind.INVALID, "document.empty");
    }

    /** The content is of no type that is taken. */
    public static RefusedException type(String found) {
        return TEXTS.refused(Kind.INVALID, "document.type", found);
    }

    /** What shows a person is taken as pages and pictures alone. */
    public static RefusedException personalType(DocumentType found) {
        return TEXTS.refused(Kind.INVALID, "document.personal-type", found.mediaType());
    }

    /** The content is not what it was declared to be. */
    public static RefusedException declared(String declared, DocumentType found) {
        return TEXTS.refused(Kind.INVALID, "document.declared", shortened(declared), found.mediaType());
    }

    /** The organisation has uploaded as much as it may. */
    public static RefusedException quota(long limit) {
        return TEXTS.refused(Kind.CONFLICT, "document.quota", size(limit));
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " B";
    }

    /** What strangers wrote is told back in part, and without what a terminal or a page might take for more than text. */
    private static String shortened(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9/+.;= -]", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
