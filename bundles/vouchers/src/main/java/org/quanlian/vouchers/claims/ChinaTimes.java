package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.quanlian.model.ChinaTime;

/** Instants as people read them: Beijing time, to the minute. */
final class ChinaTimes {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ChinaTimes() {}

    static String tell(Instant instant) {
        return FORM.format(instant.atZone(ChinaTime.ZONE));
    }
}
