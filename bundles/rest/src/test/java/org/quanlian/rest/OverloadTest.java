package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Requests.json;
import static org.quanlian.rest.Soon.assertThatSoon;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.rest.internal.http.Lane;
import org.quanlian.rest.internal.http.RateLimit;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/**
 * Twice the load that the node bears, for 10 seconds, or as long as {@code -Dquanlian.overload.seconds} says: every answer is
 * honest, health is told throughout, and afterwards the node does as much as before. What is measured is compared within the
 * run alone, so a slow machine changes nothing.
 */
@Timeout(600)
class OverloadTest {
    private static final Duration OVERLOAD = Duration.ofSeconds(Integer.getInteger("quanlian.overload.seconds", 10));
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int WINDOWS = 3;
    private static final int MOST_CLIENTS = 64;

    /** Generous: the machine has other things to do as well. */
    private static final double LEAST_SHARE = 0.4;

    /** How long a load balancer would wait for an answer about the health. */
    private static final Duration HEALTH_BOUND = Duration.ofSeconds(5);

    private VoucherNode node;
    private Account auditor;

    @BeforeEach
    void start() {
        RequestLimits usual = RequestLimits.DEFAULT;
        // Narrow, so that clients on the same machine can ask for more than the node bears.
        Map<Work, Lane.Bounds> lanes = new EnumMap<>(usual.lanes());
        lanes.put(Work.ORDINARY, new Lane.Bounds(1, 1, Duration.ofSeconds(2)));
        // One account stands for many here.
        RateLimit.Bounds everything = new RateLimit.Bounds(1_000_000, 1_000_000);
        node = new VoucherNode(
                new TickingClock(),
                new RequestLimits(lanes, usual.bodiesAtOnce(), usual.bodiesOfOneSource(), usual.source(), everything));
        auditor = node.accounts().of(Role.AUDITOR);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldAnswerHonestly_whenTheLoadIsDoubled_andDoAsMuchAsBeforeAfterwards() {
        int bearable = bearable();
        long before = median(bearable);

        Load doubled = new Load(2 * bearable, OVERLOAD);
        doubled.run();

        assertThat(doubled.statuses).as("twice what it bears is too much").contains(503);
        assertThat(doubled.statuses).isSubsetOf(Set.of(200, 429, 503));
        assertThat(doubled.done.sum()).as("it goes on with what it bears").isPositive();
        assertThat(doubled.unhealthy).isEmpty();
        assertThat(doubled.healthChecks.sum()).isGreaterThanOrEqualTo(OVERLOAD.toSeconds() / 5);
        assertThat(doubled.sawOverload.get()).as("the health tells of the load").isTrue();
        assertAtRest();
        long after = median(bearable);
        assertThat((double) after).isGreaterThanOrEqualTo(before * LEAST_SHARE);
        assertAtRest();
    }

    /** The most clients at once, of those tried, of whom none is refused. */
    private int bearable() {
        new Load(4, WINDOW).run(); // warm up
        int clients = 2;
        while (clients < MOST_CLIENTS) {
            Load tried = new Load(2 * clients, WINDOW);
            tried.run();
            if (tried.statuses.contains(503)) {
                return clients;
            }
            clients *= 2;
        }
        throw new AssertionError("it never refuses anybody");
    }

    private long median(int clients) {
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            Load load = new Load(clients, WINDOW);
            load.run();
            done.add(load.done.sum());
        }
        done.sort(null);
        return done.get(WINDOWS / 2);
    }

    private void assertAtRest() {
        HikariDataSource pool = (HikariDataSource) node.database().dataSource();
        assertThatSoon(() -> {
            for (Work work : Work.values()) {
                assertThat(node.node().admission().load(work).atWork()).isZero();
                assertThat(node.node().admission().load(work).waiting()).isZero();
            }
            assertThat(node.node().admission().arriving()).isZero();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(json(node.node().get("/health/ready").body())
                            .at("/status")
                            .asText())
                    .isEqualTo("UP");
        });
    }

    /** Clients who ask again as soon as they are answered, whatever they are told, and one who watches the health. */
    private final class Load {
        private final List<Thread> threads = new ArrayList<>();
        private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        private final Set<String> unhealthy = ConcurrentHashMap.newKeySet();
        private final LongAdder done = new LongAdder();
        private final LongAdder healthChecks = new LongAdder();
        private final AtomicBoolean sawOverload = new AtomicBoolean();
        private final long end;

        Load(int clients, Duration time) {
            end = System.nanoTime() + time.toNanos();
            for (int i = 0; i < clients; i++) {
                int each = i;
                threads.add(new Thread(() -> untilTheEnd(() -> ask(each))));
            }
            threads.add(new Thread(() -> untilTheEnd(this::watch)));
        }

        void run() {
            threads.forEach(Thread::start);
            threads.forEach(OverloadTest::join);
        }

        private void untilTheEnd(Runnable work) {
            while (System.nanoTime() < end) {
                work.run();
            }
        }

        /** Each answer is held to the contract, by which a refusal has a problem and a Retry-After. */
        private void ask(int client) {
            HttpResponse<String> answer = client % 2 == 0
                    ? node.get(auditor, "/api/v1/claims?year=2025")
                    : node.post(auditor, ASSESSMENTS, claim());
            statuses.add(answer.statusCode());
            if (answer.statusCode() == 200) {
                done.increment();
            }
        }

        private void watch() {
            long start = System.nanoTime();
            HttpResponse<String> answer = node.node().get("/health/ready");
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            healthChecks.increment();
            if (answer.statusCode() != 200 || time.compareTo(HEALTH_BOUND) > 0) {
                unhealthy.add(answer.statusCode() + " after " + time + ": " + answer.body());
            }
            json(answer.body()).path("checks").forEach(check -> {
                if (check.path("name").asText().equals("load")
                        && check.path("status").asText().equals("WARNING")) {
                    sawOverload.set(true);
                }
            });
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
