package org.quanlian.rest.internal.exchange;

import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** Names of provinces in paths. */
final class Provinces {
    private Provinces() {}

    /** The province that a path names; what is no province is simply not there. */
    static Area parse(String text) {
        try {
            Area area = new Area(text);
            if (area.isProvince()) {
                return area;
            }
        } catch (InvalidValueException e) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        throw ProblemException.of(ProblemKind.NOT_FOUND);
    }
}
