package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as they are kept: to the microsecond, so that what is read back is what was decided on. */
final class Instants {
    private Instants() {}

    static Instant now(Clock clock) {
        return kept(clock.instant());
    }

    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
