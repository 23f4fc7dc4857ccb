package org.quanlian.vouchers.documents;

import java.util.Objects;

/**
 * The content of a document, as it lies on the disk.
 *
 * @param address where it lies: SHA-256 of the bytes there, as 64 hexadecimal digits
 * @param type what it is, by its content
 * @param size how many bytes it has
 * @param sha256 its SHA-256, as 64 hexadecimal digits
 * @param sm3 its SM3 (GB/T 32905), as 64 hexadecimal digits
 * @param sealed whether the bytes on the disk are encrypted, so that address and digest differ
 */
public record KeptContent(String address, DocumentType type, long size, String sha256, String sm3, boolean sealed) {
    public KeptContent {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(sm3, "sm3");
    }
}
