package org.quanlian.vouchers.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.model.ChinaTime;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.reminders.PendingClaims.Pending;

/**
 * Tells people that a deadline is coming (截止提醒): applicants of what they have not filed or corrected yet, cities of
 * what they have not recommended yet. Each reminder is told once, on its day or, when the node was down then, as soon
 * after as may be; it may be called as often as one likes, on any number of nodes.
 */
public final class Reminders {
    /** The days before a deadline on which people are told, when nobody configures others. */
    public static final List<Integer> DEFAULT_DAYS = List.of(7, 1);

    /** The earliest that people are told. */
    public static final int MAX_DAYS = 60;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Reminders.class);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PolicyRegistry policies;
    private final SortedSet<Integer> days;

    /**
     * @param policies the versions that are on the node, with their deadlines
     * @param days how many days before a deadline people are told, each between 1 and {@link #MAX_DAYS}
     */
    public Reminders(PolicyRegistry policies, List<Integer> days) {
        if (days.stream().anyMatch(each -> each < 1 || each > MAX_DAYS)) {
            throw new IllegalArgumentException("people are told 1 to " + MAX_DAYS + " days before, not " + days);
        }
        this.policies = policies;
        this.days = new TreeSet<>(days);
    }

    /** The deadlines of which people are to be told now. Drafts of policies set none. */
    public List<Reminder> due(Instant now) {
        List<Reminder> due = new ArrayList<>();
        for (PolicyVersion version : policies.versions()) {
            PolicyDescriptor policy = version.descriptor();
            if (policy.status() != Status.IN_FORCE) {
                continue;
            }
            if (version.current()) {
                // What was not filed is not pinned either: it goes by the version that would decide it today.
                add(due, Reminder.Kind.FILING, policy, policy.windows().filingDeadline(), now);
            }
            add(due, Reminder.Kind.CORRECTION, policy, policy.windows().recommendationDeadline(), now);
            add(due, Reminder.Kind.RECOMMENDATION, policy, policy.windows().recommendationDeadline(), now);
        }
        return due;
    }

    /**
     * Tells those whom a reminder concerns, as far as they were not told: a page of claims at a time, so that no
     * transaction grows with the year.
     *
     * @param after where the last call stopped
     * @return where to go on; empty when all were told
     */
    public Optional<String> remind(Session session, Reminder reminder, Optional<String> after, Instant now) {
        Page.Request page = new Page.Request(after, Page.MAX);
        return switch (reminder.kind()) {
            case FILING -> tellApplicants(
                    session,
                    reminder,
                    session.pendingClaims()
                            .drafts(
                                    reminder.policy().province(),
                                    reminder.policy().year(),
                                    page),
                    now);
            case CORRECTION -> tellApplicants(
                    session, reminder, session.pendingClaims().returned(reminder.policy(), page), now);
            case RECOMMENDATION -> {
                tellCities(session, reminder, now);
                yield Optional.empty();
            }
        };
    }

    private void add(List<Reminder> due, Reminder.Kind kind, PolicyDescriptor policy, Instant deadline, Instant now) {
        if (now.isAfter(deadline)) {
            return;
        }
        LocalDate last = ChinaTime.dateOf(deadline);
        long left = ChronoUnit.DAYS.between(ChinaTime.dateOf(now), last);
        // Of several that were missed the last one is enough.
        days.stream()
                .filter(before -> left <= before)
                .findFirst()
                .ifPresent(before -> due.add(new Reminder(kind, policy.key(), deadline, last.minusDays(before))));
    }

    private static Optional<String> tellApplicants(
            Session session, Reminder reminder, Page<Pending> claims, Instant now) {
        for (Pending claim : claims.items()) {
            String subject = "/api/v1/claims/" + claim.id();
            if (session.pendingClaims().firstTold(reminder.kind(), subject, reminder.day(), now)) {
                Notification notification = new Notification(
                        reminder.kind().code(),
                        subject,
                        TEXTS.text(reminder.kind().code(), claim.number(), deadline(reminder)),
                        now);
                session.notifications().tell(claim.applicant(), notification);
                claim.host().ifPresent(host -> session.notifications().tell(host, notification));
            }
        }
        return claims.next();
    }

    private static void tellCities(Session session, Reminder reminder, Instant now) {
        session.pendingClaims().filed(reminder.policy()).forEach((city, count) -> {
            String subject = reminder.policy() + "/" + city.code();
            if (session.pendingClaims().firstTold(reminder.kind(), subject, reminder.day(), now)) {
                session.notifications()
                        .tell(
                                Office.of(city),
                                new Notification(
                                        reminder.kind().code(),
                                        "/api/v1/claims",
                                        TEXTS.text(reminder.kind().code(), count, deadline(reminder)),
                                        now));
            }
        });
    }

    private static String deadline(Reminder reminder) {
        return TO_THE_MINUTE.format(reminder.deadline().atZone(ChinaTime.ZONE));
    }
}
