package org.quanlian.vouchers.audit;

import java.util.Objects;

/**
 * Where a chain is broken, and how.
 *
 * @param seq number of the entry at which it shows
 * @param what what does not hold
 * @param detail what it is about: a digest, a key, a row
 */
public record Break(long seq, What what, String detail) {
    /** What can be broken. */
    public enum What {
        /** The entry of that number is not there, or comes twice. */
        MISSING,
        /** The entry is not linked to the one before it. */
        UNLINKED,
        /** The entry's digest is not that of its content. */
        CHANGED,
        /** The algorithm is none that is known. */
        ALGORITHM,
        /** An anchor names another digest: the chain was written anew. */
        REWRITTEN,
        /** An anchor has no good signature of the node. */
        FOREIGN_ANCHOR,
        /** The chain ends before an anchor, or before its head. */
        CUT_OFF,
        /** The head is not the last entry. */
        HEAD,
        /** What an entry found was not what the entry before it had left: the rows were changed in between. */
        ROW_BETWEEN,
        /** Rows are not as the last entry left them. */
        ROW_NOW,
        /** Rows that no entry has left. */
        ROW_UNNAMED,
        /** Changes that belong to no entry. */
        LOOSE_CHANGE
    }

    public Break {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(detail, "detail");
    }
}
