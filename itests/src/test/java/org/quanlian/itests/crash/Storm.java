package org.quanlian.itests.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.quanlian.itests.UnansweredException;
import org.quanlian.itests.year.HeldNode.Answer;
import org.quanlian.itests.year.Person;

/**
 * Stories that are lived at the same time, each in a thread of its own. While the node is away all of them wait; then each
 * goes on with the request that got no answer.
 */
final class Storm implements AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private static final long LOOKS_AGAIN_MILLIS = 1_000;

    private final Journal journal;
    private final boolean unavailableIsRetried;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private boolean open;
    private boolean over;
    private int waiting;
    private int ended;

    /** What somebody does over and over, by {@link #write} and {@link #read}. */
    @FunctionalInterface
    interface Story {
        /** Lives it, to its end or until the storm is over. */
        void live(Storm storm);
    }

    /** Ends a story, wherever it is. */
    private static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param journal is told of each write
     * @param unavailableIsRetried whether an answer of 503 or 507 is expected, and asked again; it never is an acknowledgement
     */
    Storm(Journal journal, boolean unavailableIsRetried) {
        this.journal = journal;
        this.unavailableIsRetried = unavailableIsRetried;
    }

    /** Adds stories; they wait until the gate is opened. */
    void begin(List<Story> stories) {
        for (Story story : stories) {
            Thread thread = new Thread(() -> live(story), "storm-" + threads.size());
            threads.add(thread);
            thread.start();
        }
    }

    /** Lets the stories go on. */
    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Holds the stories, and returns when each of them waits; tells how many requests got no answer since the last time. */
    synchronized int close(Duration bound) {
        open = false;
        notifyAll();
        if (!await(() -> waiting + ended == threads.size(), bound.toNanos())) {
            throw new AssertionError("the stories don't come to rest within " + bound);
        }
        check();
        return unanswered.getAndSet(0);
    }

    /** How many writes were sent and not answered yet. */
    int inFlight() {
        return inFlight.get();
    }

    /** How many requests were answered with 503 or 507 since this was last asked. */
    int unavailable() {
        return unavailable.getAndSet(0);
    }

    /** Fails when a story failed. */
    void check() {
        Throwable first = failure.get();
        if (first != null) {
            throw new AssertionError("a story failed: " + first, first);
        }
    }

    /** Has the node write, and returns its answer; asks until there is one. None when it was found to be there without. */
    Answer write(Write write) {
        journal.asked(write);
        boolean uncertain = false;
        while (true) {
            pass();
            if (write.isDone()) {
                journal.done(write);
                return new Answer(write.toString(), 200, "", Optional.empty());
            }
            Answer answer;
            inFlight.incrementAndGet();
            try {
                answer = write.ask();
            } catch (UnansweredException e) {
                unanswered.incrementAndGet();
                journal.unanswered(write);
                awaitClosed(e);
                continue;
            } finally {
                inFlight.decrementAndGet();
            }
            if (answer.status() >= 200 && answer.status() < 300) {
                journal.done(write);
                return answer;
            }
            if (uncertain && answer.status() == 412) {
                // Done, it seems: whether it is, the next reckoning finds out.
                await(() -> !open || over, Long.MAX_VALUE);
                continue;
            }
            journal.unanswered(write);
            retryOrFail(answer);
            uncertain = true;
        }
    }

    /** Reads, until there is an answer. */
    Answer read(Person who, String path) {
        while (true) {
            pass();
            try {
                Answer answer = Reading.ask(who, path);
                if (answer.status() == 200) {
                    return answer;
                }
                retryOrFail(answer);
            } catch (UnansweredException e) {
                awaitClosed(e);
            }
        }
    }

    /** Ends all stories. */
    @Override
    public void close() {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_NANOS / 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void retryOrFail(Answer answer) {
        if (!unavailableIsRetried || (answer.status() != 503 && answer.status() != 507)) {
            throw new AssertionError(answer.to() + ": " + answer.status() + " " + answer.text());
        }
        unavailable.incrementAndGet();
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    private void live(Story story) {
        try {
            story.live(this);
        } catch (OverException e) {
            // It was told to end.
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            synchronized (this) {
                ended++;
                notifyAll();
            }
        }
    }

    private synchronized void pass() {
        waiting++;
        notifyAll();
        await(() -> open || over, Long.MAX_VALUE);
        waiting--;
        if (over) {
            throw new OverException();
        }
    }

    /** An answer may only fail to come because the node was killed. */
    private synchronized void awaitClosed(UnansweredException why) {
        if (!await(() -> !open || over, PATIENCE_NANOS)) {
            throw new AssertionError("nobody killed the node", why);
        }
    }

    /** Waits until something holds; tells whether it does within the bound. */
    private synchronized boolean await(BooleanSupplier condition, long nanos) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > nanos) {
                return false;
            }
            try {
                wait(LOOKS_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return true;
    }
}
