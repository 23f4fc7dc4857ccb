package org.quanlian.keys;

import java.util.Optional;

/** How a new key takes the place of the one that works now, for one purpose. Offered as a service by whom the keys serve. */
public interface KeyRotation {
    /**
     * What was done.
     *
     * @param before the key that worked until now, if there was one
     * @param now the key that works from now on
     */
    record Rotated(Optional<KeyInfo> before, KeyInfo now) {}

    /** Whose keys. */
    Purpose purpose();

    /**
     * Makes a new key, which works at once and without a restart.
     *
     * @throws KeyException when it can't
     */
    Rotated rotate();
}
