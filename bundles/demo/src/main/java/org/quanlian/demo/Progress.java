package org.quanlian.demo;

import org.quanlian.policy.api.LocalizedText;

/** Who watches while a demo is made. */
@FunctionalInterface
public interface Progress {
    /**
     * Something more is done.
     *
     * @param what of which part of the year
     * @param done how much of it
     * @param of of how much
     */
    void reached(LocalizedText what, int done, int of);
}
