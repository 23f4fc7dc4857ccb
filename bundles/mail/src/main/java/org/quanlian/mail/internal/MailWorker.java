package org.quanlian.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.mails.MailOutbox;
import org.quanlian.vouchers.mails.OwedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that are owed. Each is sent at least once, and under the same name however often: it is taken for a while,
 * handed to the mail server, and then written down as sent; who dies in between has it sent again. Any number of workers may
 * run on any number of nodes.
 */
public final class MailWorker {
    /** How long mails that were taken are nobody else's. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    private final Store store;
    private final MailServer server;
    private final MailSchedule schedule;
    private final int batch;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param store where mails are owed
     * @param server takes them
     * @param schedule when they are tried again
     * @param batch how many are taken at a time
     * @param clock tells the time
     * @param random spreads the waits
     */
    public MailWorker(
            Store store, MailServer server, MailSchedule schedule, int batch, Clock clock, RandomGenerator random) {
        this.store = store;
        this.server = server;
        this.schedule = schedule;
        this.batch = batch;
        this.clock = clock;
        this.random = random;
    }

    /** Sends what is due now, until nothing is or the mail server fails. */
    public void run() {
        endOld();
        while (true) {
            Instant now = clock.instant();
            List<OwedMail> mails = store.write(session -> session.mails().take(now, now.plus(LEASE), batch));
            // Half of the time is for the mail that is being sent when the other half is over.
            if (mails.isEmpty() || !send(mails, now.plus(LEASE.dividedBy(2)))) {
                return;
            }
        }
    }

    private void endOld() {
        Instant now = clock.instant();
        int givenUp =
                store.write(session -> session.mails().endOlderThan(now.minus(schedule.giveUpAfter()), now, batch));
        if (givenUp > 0) {
            LOG.warn("{} mails were given up: they could not be sent within {}", givenUp, schedule.giveUpAfter());
        }
    }

    /** Sends mails; tells whether the server is fit for more. */
    private boolean send(List<OwedMail> mails, Instant until) {
        int next = 0;
        try (MailServer.Connection connection = server.connect()) {
            for (; next < mails.size() && clock.instant().isBefore(until); next++) {
                send(connection, mails.get(next));
            }
            return next == mails.size();
        } catch (MailFailureException e) {
            LOG.warn("The mail server can't be used now, {} mails wait: {}", mails.size() - next, e.getMessage());
            LOG.debug("The mail server can't be used", e);
            List<OwedMail> rest = mails.subList(next, mails.size());
            inOutbox(outbox -> rest.forEach(mail -> putOff(outbox, mail, e.problem())));
            return false;
        }
    }

    private void send(MailServer.Connection connection, OwedMail mail) throws MailFailureException {
        try {
            connection.send(mail);
        } catch (MailFailureException e) {
            switch (e.kind()) {
                case SERVER -> throw e;
                case PASSING -> inOutbox(outbox -> putOff(outbox, mail, e.problem()));
                case FINAL -> {
                    LOG.warn("The {} is given up: {}", mail, e.problem());
                    inOutbox(outbox -> outbox.giveUp(mail, clock.instant(), e.problem()));
                }
            }
            return;
        }
        inOutbox(outbox -> outbox.sent(mail.id(), clock.instant()));
    }

    private void putOff(MailOutbox outbox, OwedMail mail, String problem) {
        outbox.putOff(mail, clock.instant().plus(schedule.waitAfter(mail.attempt(), random)), problem);
    }

    private void inOutbox(Consumer<MailOutbox> work) {
        store.write(session -> {
            work.accept(session.mails());
            return true;
        });
    }
}
