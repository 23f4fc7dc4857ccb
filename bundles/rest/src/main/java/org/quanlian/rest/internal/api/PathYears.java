package org.quanlian.rest.internal.api;

import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** Years, cities and places in paths. What has another form is simply not there. */
public final class PathYears {
    private static final int MAX_DIGITS = 6;

    private PathYears() {}

    /** A year from 2000 to 2999. */
    public static int parse(String text) {
        int year = number(text);
        if (year < 2000 || year > 2999) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        return year;
    }

    /** A number of at most six digits. */
    public static int number(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }

    /** An area. */
    public static Area area(String text) {
        try {
            return new Area(text);
        } catch (InvalidValueException e) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }
}
