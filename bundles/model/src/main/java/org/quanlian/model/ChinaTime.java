package org.quanlian.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the offices (北京时间): dates and deadlines are those of Asia/Shanghai. */
public final class ChinaTime {
    /** Asia/Shanghai. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}

    /** The date in Asia/Shanghai at the given instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
