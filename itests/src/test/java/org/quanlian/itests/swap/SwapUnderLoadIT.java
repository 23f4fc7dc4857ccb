package org.quanlian.itests.swap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.quanlian.itests.NodeClient;
import org.quanlian.itests.Until;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PolicyRegistry;

/** Packs are swapped in every way there is while a few hundred requests a second ask for decisions. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SwapUnderLoadIT extends DistributionTestSupport {
    private static final int REQUESTS_PER_SECOND = 300;
    private static final int CLIENTS = 4;
    private static final Duration LOAD = Duration.ofSeconds(30);

    /** What 30 seconds at that rate come to; a slow machine takes longer over them and asks no fewer. */
    private static final int ANSWERS = 30 * REQUESTS_PER_SECOND;

    private static final Duration BOUND = Duration.ofMinutes(8);

    /** What each version grants on the plain claim of 120 000.00 yuan: right answers, and no others. */
    private static final Map<String, String> GRANTS = Map.of(
            "1.0.0", "60000.00", "1.1.0", "48000.00", "1.2.0", "36000.00", "1.3.0", "24000.00", "1.3.1", "12000.00");

    @Inject
    private PackInstaller installer;

    @Inject
    private PolicyRegistry registry;

    @Override
    int port() {
        return 18281;
    }

    @Test
    public void shouldAnswerEveryRequestRight_whilePacksAreSwapped() throws Exception {
        AtomicBoolean loading = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        Semaphore tickets = new Semaphore(0);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        try {
            List<Future<Tally>> tallies = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                tallies.add(clients.submit(() -> ask(loading, tickets, answered)));
            }
            Future<?> pacing = pace.scheduleAtFixedRate(
                    () -> tickets.release(REQUESTS_PER_SECOND / 50), 0, 20, TimeUnit.MILLISECONDS);

            long end = System.nanoTime() + LOAD.toNanos();
            int swaps = 0;
            long bound = System.nanoTime() + BOUND.toNanos();
            while ((System.nanoTime() < end || answered.get() < ANSWERS) && System.nanoTime() < bound) {
                swapOnce();
                swaps++;
            }
            assertFalse("requests kept their pace", pacing.isDone());
            loading.set(false);
            tickets.release(CLIENTS);

            Tally all = new Tally();
            for (Future<Tally> tally : tallies) {
                all.add(tally.get(SOON.toSeconds(), TimeUnit.SECONDS));
            }
            System.out.println(
                    "swap under load: " + all.answers + " answers over " + swaps + " rounds of swaps, " + all.versions);
            assertTrue("wrong or failed answers: " + all.failures, all.failures.isEmpty());
            assertTrue("several rounds of swaps, not " + swaps, swaps >= 2);
            assertTrue("enough answers: " + all.answers, all.answers >= ANSWERS);
            assertEquals("each version decided meanwhile", GRANTS.keySet(), all.versions.keySet());
        } finally {
            loading.set(false);
            pace.shutdownNow();
            clients.shutdownNow();
        }
    }

    /** Every way to swap: installed by the operator, dropped, overwritten, deleted, removed. */
    private void swapOnce() throws Exception {
        installer.install(granting("1.1.0", "0.40").writeTo(scratch("a.jar")));
        awaitCurrent("1.1.0");
        Path dropped = granting("1.2.0", "0.30").writeTo(deployFolder().resolve("dropped.jar"));
        awaitCurrent("1.2.0");
        Path overwritten = granting("1.3.0", "0.20").writeTo(deployFolder().resolve("overwritten.jar"));
        awaitCurrent("1.3.0");
        granting("1.3.1", "0.10").writeTo(overwritten);
        awaitCurrent("1.3.1");
        Files.delete(overwritten);
        awaitCurrent("1.2.0");
        Files.delete(dropped);
        awaitCurrent("1.1.0");
        installer.remove(new PolicyKey(new Area("140000"), 2025, new Version(1, 1, 0)));
        awaitCurrent("1.0.0");
    }

    private org.quanlian.itests.PackVariant granting(String version, String ratio) {
        return variant(version)
                .replacing(
                        "value: \"0.50\", clause: 三, verification: stated}\n  support.cap",
                        "value: \"" + ratio + "\", clause: 三, verification: stated}\n  support.cap");
    }

    private void awaitCurrent(String version) throws Exception {
        Until.holds(version + " is current", SOON, () -> registry.versions().stream()
                .anyMatch(candidate -> candidate.current()
                        && candidate.descriptor().key().version().toString().equals(version)));
    }

    private Tally ask(AtomicBoolean loading, Semaphore tickets, AtomicInteger answered) throws InterruptedException {
        NodeClient client = new NodeClient(port());
        String claim = claim("plain");
        Tally tally = new Tally();
        while (loading.get()) {
            tickets.acquire();
            try {
                HttpResponse<String> answer = client.assess(claim);
                tally.count(answer);
                answered.incrementAndGet();
            } catch (IllegalStateException noAnswer) {
                tally.failures.add(noAnswer.getMessage());
            }
        }
        return tally;
    }

    /** What came back. */
    private static final class Tally {
        private final List<String> failures = new ArrayList<>();
        private final Map<String, Integer> versions = new java.util.TreeMap<>();
        private int answers;

        void count(HttpResponse<String> answer) {
            answers++;
            if (answer.statusCode() != 200) {
                failures.add(answer.statusCode() + " " + answer.body());
                return;
            }
            String version = PolicySwapIT.member(answer.body(), "version");
            String grant = PolicySwapIT.member(answer.body(), "grant");
            versions.merge(version, 1, Integer::sum);
            if (!grant.equals(GRANTS.get(version))) {
                failures.add("version " + version + " granted " + grant);
            }
        }

        void add(Tally other) {
            failures.addAll(other.failures);
            answers += other.answers;
            other.versions.forEach((version, count) -> versions.merge(version, count, Integer::sum));
        }
    }
}
