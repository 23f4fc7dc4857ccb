package org.quanlian.health;

import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * What a check found.
 *
 * @param state whether the part can serve
 * @param message what was found and, unless all is well, what to do; it is shown without login, so it names nothing private
 */
public record Readiness(State state, LocalizedText message) {
    public Readiness {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
    }

    /** Whether a part can serve. */
    public enum State {
        /** All is well. */
        UP,
        /** Somebody should look, but requests are served. */
        WARNING,
        /** Requests can't be served. */
        DOWN
    }
}
