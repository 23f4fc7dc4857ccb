package org.quanlian.mail.internal.osgi;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.mail.internal.ReminderRounds;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.reminders.Reminders;

/** Reminds people of deadlines, on the days that {@code etc/org.quanlian.reminders.cfg} names, while the database is there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.reminders")
public final class RemindersComponent {
    /** Packs may come up after us. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    /** What is told is told once, so it may be looked for more often than once a day: a node may be down at any hour, and a practice node's
     * day is moved by hand. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final String KEY = "daysBefore";

    private final Rounds rounds;

    /**
     * @param store where claims wait
     * @param clock tells the time
     * @param policies the versions with their deadlines
     * @param configuration {@code daysBefore}: how many days before a deadline people are told, separated by commas
     * @throws IllegalArgumentException when they are not
     */
    @Activate
    public RemindersComponent(
            @Reference Store store, @Reference Clock clock, @Reference PolicyRegistry policies, Map<String, Object> configuration) {
        ReminderRounds reminders =
                new ReminderRounds(store, new Reminders(policies, days(configuration)), clock);
        rounds = new Rounds(
                "quanlian-reminders", RemindersComponent.class.getClassLoader(), FIRST, PAUSE, reminders::run);
    }

    @Deactivate
    void close() {
        rounds.close();
    }

    private static List<Integer> days(Map<String, Object> configuration) {
        Object value = configuration.get(KEY);
        if (value == null || value.toString().isBlank()) {
            return Reminders.DEFAULT_DAYS;
        }
        try {
            return Arrays.stream(value.toString().split(",", -1))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(KEY + " is \"" + value + "\", and must be days such as 7,1", e);
        }
    }
}
