package org.quanlian.vouchers.papers;

/**
 * What stands on a paper. It is taken from what is kept, and holds neither a clock nor who asked: so the same claim gives
 * the same paper, to the byte, whoever prints it and whenever.
 */
public sealed interface Paper
        permits ApplicationForm, DecisionStatement, RecommendationList, NoticeList, AllocationList {
    /** What it is. */
    PaperKind kind();

    /** What it is about, as people know it: the number of a claim, the document of an allocation. */
    String reference();
}
