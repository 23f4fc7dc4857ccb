package org.quanlian.model;

import java.util.List;

/** Bounded, immutable lists. */
final class Lists {
    private Lists() {}

    static <T> List<T> bounded(List<T> list, int max) {
        if (list.size() > max) {
            throw new InvalidValueException("list.size", "a list here has at most " + max + " entries", max);
        }
        return List.copyOf(list);
    }
}
