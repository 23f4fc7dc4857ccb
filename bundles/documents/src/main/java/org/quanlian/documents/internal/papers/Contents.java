package org.quanlian.documents.internal.papers;

import org.quanlian.documents.internal.content.Content;
import org.quanlian.vouchers.papers.AllocationList;
import org.quanlian.vouchers.papers.ApplicationForm;
import org.quanlian.vouchers.papers.DecisionStatement;
import org.quanlian.vouchers.papers.NoticeList;
import org.quanlian.vouchers.papers.Paper;
import org.quanlian.vouchers.papers.RecommendationList;

/** What stands on each kind of paper. */
public final class Contents {
    private Contents() {}

    /** What stands on a paper; the same for the same paper, always. */
    public static Content of(Paper paper) {
        if (paper instanceof ApplicationForm form) {
            return ApplicationContent.of(form);
        }
        if (paper instanceof DecisionStatement statement) {
            return DecisionContent.of(statement);
        }
        if (paper instanceof RecommendationList list) {
            return ListContents.of(list);
        }
        if (paper instanceof NoticeList list) {
            return ListContents.of(list);
        }
        if (paper instanceof AllocationList list) {
            return ListContents.of(list);
        }
        throw new IllegalArgumentException("no paper is of " + paper.getClass());
    }
}
