package org.quanlian.policy.api;

/**
 * Where something is said (条款): a clause of a document.
 *
 * @param document official number of the document (文号)
 * @param clause the clause, as the document counts, for example {@code 一（二）}
 */
public record LegalRef(String document, String clause) {
    public LegalRef {
        if (document.isBlank() || clause.isBlank()) {
            throw new IllegalArgumentException("a reference names a document and a clause");
        }
    }

    @Override
    public String toString() {
        return document + " " + clause;
    }
}
