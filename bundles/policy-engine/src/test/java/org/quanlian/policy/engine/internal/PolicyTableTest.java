package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.FakePack;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;

@Timeout(120)
class PolicyTableTest {
    private static final Duration AGES = Duration.ofHours(1);
    private static final Area HAINAN = new Area("460000");

    private final PolicyTable table = new PolicyTable(Duration.ZERO);

    @Nested
    class Current {
        @Test
        void shouldBeTheHighestVersionInForce_inWhateverOrderTheyCome() {
            add(1, FakePack.inForce("1.9.0"));
            add(2, FakePack.inForce("1.10.0"));
            add(3, FakePack.inForce("1.2.0"));

            assertThat(current()).isEqualTo(FakePack.key("1.10.0"));
        }

        @Test
        void shouldNotBeADraft_whileAnotherVersionIsInForce() {
            add(1, FakePack.draft("3.0.0"));
            assertThat(current()).isEqualTo(FakePack.key("3.0.0"));

            add(2, FakePack.inForce("1.0.0"));
            add(3, FakePack.draft("2.0.0"));
            assertThat(current()).isEqualTo(FakePack.key("1.0.0"));
        }

        @Test
        void shouldBeTheHighestDraft_whenNoneIsInForce() {
            add(1, FakePack.draft("1.0.0"));
            add(2, FakePack.draft("2.0.0"));

            assertThat(current()).isEqualTo(FakePack.key("2.0.0"));
        }

        @Test
        void shouldFallBack_whenItGoes() throws InterruptedException {
            add(1, FakePack.inForce("1.0.0"));
            add(2, FakePack.inForce("1.1.0"));

            remove(2);

            assertThat(current()).isEqualTo(FakePack.key("1.0.0"));
        }

        @Test
        void shouldBeOfTheProvinceAndYearAskedFor() {
            add(1, FakePack.inForce("1.0.0"));
            add(2, FakePack.of(HAINAN, 2025, "7.0.0", Status.IN_FORCE, () -> {}));
            add(3, FakePack.of(FakePack.SHANXI, 2026, "9.0.0", Status.IN_FORCE, () -> {}));

            assertThat(current()).isEqualTo(FakePack.key("1.0.0"));
            assertThat(keyOf(table.leaseCurrent(HAINAN, 2025)).version()).hasToString("7.0.0");
            assertThat(keyOf(table.leaseCurrent(FakePack.SHANXI, 2026)).version())
                    .hasToString("9.0.0");
            assertThatThrownBy(() -> table.leaseCurrent(HAINAN, 2026)).isInstanceOf(PolicyNotFoundException.class);
        }
    }

    @Nested
    class Pinned {
        @ParameterizedTest
        @ValueSource(strings = {"1.0.0", "1.1.0", "2.0.0"})
        void shouldBeExactlyThatVersion(String version) {
            add(1, FakePack.inForce("1.0.0"));
            add(2, FakePack.inForce("1.1.0"));
            add(3, FakePack.draft("2.0.0"));

            assertThat(keyOf(table.leasePinned(FakePack.key(version)))).isEqualTo(FakePack.key(version));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.9.0", "1.0.1", "1.2.0"})
        void shouldNeverBeAnother(String version) {
            add(1, FakePack.inForce("1.0.0"));
            add(2, FakePack.inForce("1.1.0"));

            assertThatThrownBy(() -> table.leasePinned(FakePack.key(version)))
                    .isInstanceOfSatisfying(PolicyNotFoundException.class, refusal -> assertThat(refusal.version())
                            .contains(FakePack.key(version).version()));
        }

        @Test
        void shouldNotBeThere_afterItWent() throws InterruptedException {
            add(1, FakePack.inForce("1.0.0"));
            add(2, FakePack.inForce("1.1.0"));

            remove(1);

            assertThatThrownBy(() -> table.leasePinned(FakePack.key("1.0.0")))
                    .isInstanceOf(PolicyNotFoundException.class);
        }
    }

    @Nested
    class Versions {
        @Test
        void shouldStandSideBySide_inTheirOrder() {
            table.add(1, FakePack.inForce("1.10.0"), "sha-256:b", "one");
            table.add(2, FakePack.draft("2.0.0"), "sha-256:c", "two");
            table.add(3, FakePack.inForce("1.9.0"), "sha-256:a", "three");

            assertThat(table.versions())
                    .extracting(version -> version.descriptor().key(), PolicyVersion::digest, PolicyVersion::current)
                    .containsExactly(
                            Tuple.tuple(FakePack.key("1.9.0"), "sha-256:a", false),
                            Tuple.tuple(FakePack.key("1.10.0"), "sha-256:b", true),
                            Tuple.tuple(FakePack.key("2.0.0"), "sha-256:c", false));
        }

        @Test
        void shouldBeNone_atFirst() {
            assertThat(table.versions()).isEmpty();
            assertThat(table.refused()).isEmpty();
            assertThatThrownBy(() -> table.leaseCurrent(FakePack.SHANXI, 2025))
                    .isInstanceOfSatisfying(PolicyNotFoundException.class, refusal -> assertThat(refusal.version())
                            .isEmpty());
        }
    }

    @Nested
    class OfTheSameName {
        private final FakePack first = FakePack.inForce("1.0.0");
        private final FakePack second = FakePack.inForce("1.0.0");

        @Test
        void shouldStandBy_whenTheContentIsTheSame_andTakeOverWhenTheFirstGoes() throws InterruptedException {
            table.add(1, first, "sha-256:a", "one");
            table.add(2, second, "sha-256:a", "two");

            assertThat(packOf(FakePack.key("1.0.0"))).isSameAs(first);
            assertThat(table.refused()).isEmpty();
            remove(1);
            assertThat(packOf(FakePack.key("1.0.0"))).isSameAs(second);
        }

        @Test
        void shouldBeRefusedAndReported_whenTheContentIsAnother() {
            table.add(1, first, "sha-256:a", "one");
            table.add(2, second, "sha-256:b", "two");

            assertThat(packOf(FakePack.key("1.0.0"))).isSameAs(first);
            assertThat(table.versions()).extracting(PolicyVersion::digest).containsExactly("sha-256:a");
            assertThat(table.refused()).singleElement().satisfies(refused -> {
                assertThat(refused.origin()).isEqualTo("two");
                assertThat(refused.reason()).contains("140000/2025/1.0.0", "one", "new version");
            });
        }

        @Test
        void shouldTakeOverWithOtherContent_onceTheFirstHasGone() throws InterruptedException {
            table.add(1, first, "sha-256:a", "one");
            table.add(2, second, "sha-256:b", "two");

            remove(1);

            assertThat(packOf(FakePack.key("1.0.0"))).isSameAs(second);
            assertThat(table.versions()).extracting(PolicyVersion::digest).containsExactly("sha-256:b");
            assertThat(table.refused()).isEmpty();
        }

        @Test
        void shouldNoLongerBeReported_onceTheRefusedOneHasGone() throws InterruptedException {
            table.add(1, first, "sha-256:a", "one");
            table.add(2, second, "sha-256:b", "two");

            remove(2);

            assertThat(packOf(FakePack.key("1.0.0"))).isSameAs(first);
            assertThat(table.refused()).isEmpty();
        }
    }

    /** In a swap the order of coming and going is not ours: whatever it was, what is there decides. */
    @Test
    void shouldFollowFromWhatIsThere_notFromHowItCame() throws InterruptedException {
        Random random = new Random(140_000);
        for (int round = 0; round < 200; round++) {
            PolicyTable swapped = new PolicyTable(Duration.ZERO);
            Map<Long, Registered> there = new TreeMap<>();
            for (int step = 0; step < 12; step++) {
                long id = random.nextInt(6);
                if (there.remove(id) != null) {
                    assertThat(swapped.remove(id, Duration.ZERO)).isTrue();
                } else {
                    Registered one = Registered.any(random);
                    there.put(id, one);
                    swapped.add(id, one.pack, one.digest, one.digest + id);
                }
                assertFollows(swapped, there);
            }
        }
    }

    private record Registered(PolicyPack pack, String digest) {
        static Registered any(Random random) {
            String version = random.nextInt(3) + ".0.0";
            PolicyPack pack = version.equals("2.0.0") ? FakePack.draft(version) : FakePack.inForce(version);
            return new Registered(pack, "sha-256:" + random.nextInt(2));
        }

        PolicyKey key() {
            return pack.descriptor().key();
        }
    }

    private static void assertFollows(PolicyTable table, Map<Long, Registered> there) {
        Map<PolicyKey, Registered> deciding = new TreeMap<>();
        List<String> refused = new ArrayList<>();
        there.forEach((id, one) -> {
            Registered first = deciding.putIfAbsent(one.key(), one);
            if (first != null && !first.digest.equals(one.digest)) {
                refused.add(one.digest + id);
            }
        });
        Optional<PolicyKey> inForce = deciding.keySet().stream()
                .filter(key -> !key.equals(FakePack.key("2.0.0")))
                .max(Comparator.naturalOrder());
        Optional<PolicyKey> current =
                inForce.or(() -> deciding.keySet().stream().max(Comparator.naturalOrder()));

        assertThat(table.versions())
                .extracting(version -> version.descriptor().key())
                .containsExactlyElementsOf(deciding.keySet());
        assertThat(table.versions())
                .filteredOn(PolicyVersion::current)
                .extracting(version -> version.descriptor().key())
                .containsExactlyElementsOf(current.stream().toList());
        assertThat(table.refused()).extracting(RefusedPack::origin).containsExactlyElementsOf(refused);
        deciding.forEach((key, one) -> {
            try (PolicyLease lease = table.leasePinned(key)) {
                assertThat(lease.pack()).isSameAs(one.pack);
            }
        });
    }

    @Nested
    class Awaiting {
        @Test
        void shouldNotWait_whenItIsSoAlready() throws InterruptedException {
            add(1, FakePack.inForce("1.0.0"));

            assertThat(table.await(FakePack.key("1.0.0"), true, AGES)).isTrue();
            assertThat(table.await(FakePack.key("1.1.0"), false, AGES)).isTrue();
        }

        @Test
        void shouldSayThatItDidNotComeToBeSo_inTime() throws InterruptedException {
            add(1, FakePack.inForce("1.0.0"));

            assertThat(table.await(FakePack.key("1.1.0"), true, Duration.ZERO)).isFalse();
            assertThat(table.await(FakePack.key("1.1.0"), true, Duration.ofMillis(5)))
                    .isFalse();
            assertThat(table.await(FakePack.key("1.0.0"), false, Duration.ofMillis(5)))
                    .isFalse();
        }

        @Test
        void shouldWaitUntilThatVersionIsThere() throws Exception {
            Threads.Running<Boolean> waiting = Threads.start(() -> table.await(FakePack.key("1.1.0"), true, AGES));
            waiting.awaitWaiting();

            add(1, FakePack.inForce("1.0.0"));
            waiting.awaitWaiting();
            assertThat(waiting.task().isDone()).isFalse();
            add(2, FakePack.inForce("1.1.0"));

            assertThat(waiting.result()).isTrue();
        }

        @Test
        void shouldWaitUntilThatVersionIsGone() throws Exception {
            add(1, FakePack.inForce("1.0.0"));
            Threads.Running<Boolean> waiting = Threads.start(() -> table.await(FakePack.key("1.0.0"), false, AGES));
            waiting.awaitWaiting();
            assertThat(waiting.task().isDone()).isFalse();

            remove(1);

            assertThat(waiting.result()).isTrue();
        }

        @Test
        void shouldWaitOn_whileAnotherOfTheSameNameStandsBy() throws Exception {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            table.add(2, FakePack.inForce("1.0.0"), "sha-256:a", "two");
            remove(1);

            assertThat(table.await(FakePack.key("1.0.0"), false, Duration.ofMillis(5)))
                    .isFalse();
        }
    }

    @Test
    void shouldNotMind_whenSomethingUnknownGoes() throws InterruptedException {
        add(1, FakePack.inForce("1.0.0"));

        assertThat(table.remove(7, Duration.ZERO)).isTrue();
        assertThat(current()).isEqualTo(FakePack.key("1.0.0"));
    }

    private void add(long id, FakePack pack) {
        table.add(id, pack, "sha-256:" + id, "bundle " + id);
    }

    private void remove(long id) throws InterruptedException {
        assertThat(table.remove(id, Duration.ZERO)).isTrue();
    }

    private PolicyKey current() {
        return keyOf(table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR));
    }

    private PolicyPack packOf(PolicyKey key) {
        try (PolicyLease lease = table.leasePinned(key)) {
            return lease.pack();
        }
    }

    private static PolicyKey keyOf(PolicyLease lease) {
        try (lease) {
            return lease.pack().descriptor().key();
        }
    }
}
