package org.quanlian.rest.internal.osgi;

import java.time.Duration;
import java.util.Map;
import org.quanlian.rest.internal.http.Lane;
import org.quanlian.rest.internal.http.RateLimit;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.rest.internal.http.RequestLimits.Work;

/** Reads what the operator set. */
final class Limits {
    private Limits() {}

    /** @throws IllegalArgumentException when a limit would let nobody in */
    static RequestLimits of(LimitsConfiguration set) {
        Duration wait = Duration.ofMillis(set.waitMillis());
        RequestLimits usual = RequestLimits.DEFAULT;
        return new RequestLimits(
                Map.of(
                        Work.ORDINARY, new Lane.Bounds(set.atWork(), set.waiting(), wait),
                        Work.FILES, new Lane.Bounds(set.filesAtWork(), set.filesWaiting(), wait),
                        Work.PASSWORDS,
                                new Lane.Bounds(
                                        set.passwordsAtWork(),
                                        set.passwordsWaiting(),
                                        usual.lanes().get(Work.PASSWORDS).longestWait()),
                        Work.OPERATIONS, usual.lanes().get(Work.OPERATIONS)),
                set.bodiesAtOnce(),
                set.bodiesOfOneSource(),
                new RateLimit.Bounds(set.sourcePerSecond(), set.sourceBurst()),
                new RateLimit.Bounds(set.accountPerSecond(), set.accountBurst()));
    }
}
