package org.quanlian.vouchers.papers;

/** Prints papers. The same paper is the same bytes, however often it is printed. */
public interface PaperPress {
    /**
     * Prints a paper. It takes up to a second of one core, so no transaction may be open meanwhile.
     *
     * @param paper what stands on it; a {@link ApplicationForm} and a {@link DecisionStatement} are fixed pages only
     * @throws org.quanlian.vouchers.RefusedException {@code paper.format} when it is not given out in that format
     */
    PrintedPaper print(Paper paper, PaperFormat format);
}
