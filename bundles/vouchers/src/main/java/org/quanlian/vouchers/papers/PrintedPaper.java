package org.quanlian.vouchers.papers;

import java.util.Objects;

/**
 * A paper as a file.
 *
 * @param title its title, in Chinese
 * @param content SHA-256 of what stands on it, as 64 hexadecimal digits; printed on it
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent") // Papers are sent, never compared.
public record PrintedPaper(String title, String content, byte[] bytes) {
    public PrintedPaper {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(bytes, "bytes");
    }
}
