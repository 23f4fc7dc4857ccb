package org.quanlian.mail.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.reminders.Reminder;
import org.quanlian.vouchers.reminders.Reminders;

/** Reminds people of deadlines, a page of claims in a transaction. */
public final class ReminderRounds {
    private final Store store;
    private final Reminders reminders;
    private final Clock clock;

    /**
     * @param store where claims wait
     * @param reminders tells who is reminded
     * @param clock tells the time
     */
    public ReminderRounds(Store store, Reminders reminders, Clock clock) {
        this.store = store;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Tells all who have to be told now and were not. */
    public void run() {
        Instant now = clock.instant();
        for (Reminder reminder : reminders.due(now)) {
            Optional<String> after = Optional.empty();
            do {
                Optional<String> from = after;
                after = store.write(session -> reminders.remind(session, reminder, from, now));
            } while (after.isPresent());
        }
    }
}
