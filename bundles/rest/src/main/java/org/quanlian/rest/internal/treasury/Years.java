package org.quanlian.rest.internal.treasury;

import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** The year that a list of money is asked for. */
final class Years {
    private Years() {}

    /** The year, which must be told. */
    static int required(Query query) {
        return query.year("year")
                .orElseThrow(() -> ProblemException.told(ProblemKind.INVALID_PARAMETER, "year", "year"));
    }
}
