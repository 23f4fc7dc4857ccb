package org.quanlian.benchmarks.peers.drools;

import java.util.function.Supplier;
import org.kie.api.runtime.KieSession;

/**
 * How a program may ask Drools for one decision after another.
 *
 * <p>Direct firing, which goes without an agenda, is not among them: it keeps every fact that it has seen.
 */
public enum Way {
    /** A new session for each claim, as the manual shows it. */
    FRESH,
    /** A session for each claim out of Drools' own pool. */
    POOLED,
    /** One session, which the facts of a claim leave when it is decided: the fastest, so the peer that counts. */
    REUSED;

    /** Gives the session for the next claim. */
    Supplier<KieSession> sessions(CompiledRules rules) {
        return switch (this) {
            case FRESH -> rules::session;
            case POOLED -> rules.pool();
            case REUSED -> {
                KieSession session = rules.session();
                yield () -> session;
            }
        };
    }

    /** Whether the session that was given stays for the next claim. */
    boolean keepsSession() {
        return this == REUSED;
    }
}
