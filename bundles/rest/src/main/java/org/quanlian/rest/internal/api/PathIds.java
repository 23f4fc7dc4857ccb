package org.quanlian.rest.internal.api;

import org.quanlian.model.InvalidValueException;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.Id;

/** Names of things in paths. */
public final class PathIds {
    private PathIds() {}

    /** The name that a path has; what is no name at all is simply not there. */
    public static <T> Id<T> parse(String text) {
        try {
            return new Id<>(text);
        } catch (InvalidValueException e) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }
}
