package org.quanlian.vouchers.papers;

import java.time.Instant;
import java.util.Objects;

/**
 * A paper that was given out: what is kept so that a paper can be told from one that somebody made up. Nothing of what
 * stands on it is kept.
 *
 * @param file SHA-256 of the file, as 64 hexadecimal digits
 * @param content SHA-256 of what stands on it, which is printed on it
 * @param kind what it is
 * @param format as what it was given out
 * @param reference what it is about, as people know it
 * @param at when it was given out first
 */
public record IssuedPaper(
        String file, String content, PaperKind kind, PaperFormat format, String reference, Instant at) {
    public IssuedPaper {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(at, "at");
    }
}
