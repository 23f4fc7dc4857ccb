package org.quanlian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.quanlian.model.ChinaTime;

/** What chance decides, by a seeded generator. */
record Draw(RandomGenerator random) {
    private static final int OPENS = 9;
    private static final int OFFICE_SECONDS = 7 * 3600;

    /** A number, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Whether something of so many per cent happens. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A moment of the office hours of a day in China. */
    Instant moment(LocalDate day) {
        return day.atTime(OPENS, 0)
                .atZone(ChinaTime.ZONE)
                .toInstant()
                .plusSeconds(random.nextInt(OFFICE_SECONDS))
                .plusMillis(random.nextInt(1000));
    }
}
