package org.quanlian.vouchers.lists;

import java.util.List;

/**
 * What came of reading a list: its content, or what is wrong with it.
 *
 * @param content what stands on it; of use only when nothing is wrong
 * @param problems what is wrong, as far as it is told
 * @param bad how many lines are wrong, told or not
 */
public record ListReading(ListContent content, List<LineProblem> problems, int bad) {
    public ListReading {
        problems = List.copyOf(problems);
    }

    /** Whether it can be imported. */
    public boolean isGood() {
        return bad == 0;
    }
}
