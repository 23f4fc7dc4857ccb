package org.quanlian.store.internal.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.quanlian.vouchers.documents.DocumentLimits;

/**
 * Where documents lie, and how much may be uploaded: {@code etc/org.quanlian.documents.cfg}.
 *
 * @param folder where the contents of documents lie
 * @param limits how much may be uploaded
 * @param orphansKept how long a content is kept on which no document stands
 */
public record DocumentSettings(Path folder, DocumentLimits limits, Duration orphansKept) {
    private static final long MEBIBYTE = 1024L * 1024;
    private static final long MAX_DOCUMENT_MEBIBYTES = 1024;
    private static final long MAX_ORGANISATION_MEBIBYTES = 1024 * 1024;
    private static final long MAX_ORPHAN_HOURS = 24L * 365;

    /**
     * Reads the settings; what is not there has its default.
     *
     * @param base where relative paths start
     * @param keys where the node's keys lie; the setting of older nodes that named another folder is refused
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static DocumentSettings read(Map<String, ?> configuration, Path base, Path keys) {
        if (!base.resolve(text(configuration, "keys", keys.toString()))
                .normalize()
                .equals(keys.normalize())) {
            throw new IllegalArgumentException("keys in org.quanlian.documents.cfg is no setting any more: move the"
                    + " personal-….key files to " + keys + ", or make that a link, and take the line out");
        }
        return new DocumentSettings(
                base.resolve(text(configuration, "folder", "documents")),
                new DocumentLimits(
                        number(configuration, "maxDocumentMiB", 20, MAX_DOCUMENT_MEBIBYTES) * MEBIBYTE,
                        number(configuration, "maxOrganisationMiB", 2048, MAX_ORGANISATION_MEBIBYTES) * MEBIBYTE),
                Duration.ofHours(number(configuration, "keepOrphansHours", 24, MAX_ORPHAN_HOURS)));
    }

    private static String text(Map<String, ?> configuration, String name, String usual) {
        Object value = configuration.get(name);
        return value == null || value.toString().isBlank()
                ? usual
                : value.toString().strip();
    }

    private static long number(Map<String, ?> configuration, String name, long usual, long most) {
        String text = text(configuration, name, Long.toString(usual));
        if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(name + " in org.quanlian.documents.cfg is a whole number from 1 to "
                    + most + ", not \"" + text + '"');
        }
        return Long.parseLong(text);
    }
}
