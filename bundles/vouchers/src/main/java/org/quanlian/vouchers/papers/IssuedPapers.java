package org.quanlian.vouchers.papers;

import java.util.Optional;

/** The papers that were given out, as they are kept; none is ever changed or forgotten. */
public interface IssuedPapers {
    /** Keeps a paper, unless the same file is kept already. */
    void add(IssuedPaper paper);

    /** The paper of a file, by its SHA-256. */
    Optional<IssuedPaper> ofFile(String digest);

    /** The first paper on which that content stood, by the digest that is printed on it. */
    Optional<IssuedPaper> ofContent(String digest);
}
