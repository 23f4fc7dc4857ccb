package org.quanlian.benchmarks.peers.drools;

import org.quanlian.model.Fact;

/** The answer to a question of yes or no, if anybody told it. */
public enum Told {
    YES,
    NO,
    MISSING;

    static Told of(Fact<Boolean> fact) {
        if (fact.isMissing()) {
            return MISSING;
        }
        return fact.value() ? YES : NO;
    }
}
