package org.quanlian.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One part of the node that can be asked whether it can serve. Registered as a service by the bundle whose part it is; a
 * part that is still starting registers early and answers {@link Readiness.State#DOWN}.
 */
@ConsumerType
public interface ReadinessCheck {
    /** What is looked at, as a short stable name, for example {@code database}. */
    String name();

    /** What was found; answers within a second, and never throws. */
    Readiness check();
}
