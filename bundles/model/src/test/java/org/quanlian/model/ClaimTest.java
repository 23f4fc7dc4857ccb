package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    @Nested
    class Services {
        @Test
        void shouldBeOneAtLeast() {
            assertRefused("list.empty", () -> Samples.claim(List.of()));
        }

        @Test
        void shouldHaveDistinctIds() {
            InvalidValueException refusal = assertRefused(
                    "service.id",
                    () -> Samples.claim(List.of(Samples.service("s1"), Samples.service("s2"), Samples.service("s1"))));

            assertThat(refusal.arguments()).containsExactly("s1");
        }

        @Test
        void shouldKeepTheirOrder() {
            Claim claim = Samples.claim(List.of(Samples.service("b"), Samples.service("a")));

            assertThat(claim.services()).extracting(Service::id).containsExactly("b", "a");
        }

        @Test
        void shouldBeTwoHundredAtMost() {
            assertThat(Samples.claim(services(200)).services()).hasSize(200);
            assertThat(assertRefused("list.size", () -> Samples.claim(services(201)))
                            .arguments())
                    .containsExactly(200);
        }

        private List<Service> services(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Samples.service("s" + i))
                    .toList();
        }
    }

    @Nested
    class Day {
        @ParameterizedTest
        @CsvSource({
            "2025-06-30T15:59:59.999999999Z, 2025-06-30",
            "2025-06-30T16:00:00Z, 2025-07-01",
            "2025-07-01T15:59:59Z, 2025-07-01",
            "2024-12-31T16:00:00Z, 2025-01-01",
            "2024-02-28T16:00:00Z, 2024-02-29"
        })
        void shouldBeTheDateInShanghai(String asOf, String day) {
            Claim claim = Samples.claim(Instant.parse(asOf), Fact.missing(), Set.of(), List.of(Samples.service("s1")));

            assertThat(claim.day()).hasToString(day);
        }
    }

    @Test
    void shouldRefuseAGrantBefore_thatIsNegative() {
        assertRefused(
                "money.negative",
                () -> Samples.claim(Samples.NOON, Fact.of(new Money(-1)), Set.of(), List.of(Samples.service("s1"))));
    }

    @Test
    void shouldLeaveAGrantBeforeMissing_whenNobodyToldIt() {
        Claim claim = Samples.claim(Samples.NOON, Fact.missing(), Set.of(), List.of(Samples.service("s1")));

        assertThat(claim.grantedThisYear().isMissing()).isTrue();
    }
}
