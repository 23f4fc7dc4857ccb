package org.quanlian.vouchers.audit;

import java.util.Objects;

/**
 * The end of a chain, to which the next entry is linked.
 *
 * @param seq number of the last entry, 0 before the first
 * @param digest its digest
 */
public record Head(long seq, String digest) {
    /** Before the first entry. */
    public static final Head NONE = new Head(0, AuditEntry.GENESIS);

    public Head {
        Objects.requireNonNull(digest, "digest");
    }
}
