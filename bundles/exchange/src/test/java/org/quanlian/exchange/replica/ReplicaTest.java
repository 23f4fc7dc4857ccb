package org.quanlian.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.message.Message;
import org.quanlian.vouchers.exchange.ReplicaItem;

/** An owner keeps a partner current: all at once, as it changes, and by comparing. */
class ReplicaTest {
    private static final int ALL = Integer.MAX_VALUE;
    private final ReplicaPair pair = new ReplicaPair();

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void shouldTellANewPartnerEverything_pageByPageAndNoFasterThanItReceives() {
        for (int i = 0; i < 7; i++) {
            pair.set(subject(i), items(i + "-", 100));
        }
        pair.increments();
        assertThat(pair.waiting()).as("nobody was told before the first page").isZero();

        pair.ownRound();
        assertThat(pair.waiting()).isEqualTo(OwnReplicas.PAGES_AHEAD);
        pair.carry(2);
        assertThat(pair.known()).hasSize(200);
        pair.ownRound();
        assertThat(pair.waiting()).isEqualTo(OwnReplicas.PAGES_AHEAD);
        pair.carry(ALL);
        pair.ownRound();
        pair.carry(ALL);

        assertThat(pair.known()).isEqualTo(pair.real()).hasSize(700);
        assertThat(pair.partnersState().agreedAt()).isPresent();
        assertThat(kinds()).filteredOn("page"::equals).hasSize(7);
        assertThat(kinds()).doesNotContain("ask");
    }

    @Test
    void shouldTellWhatChanges_andNothingElse() {
        begin(3);

        pair.set(subject(0), Map.of("0-0", "changed", "new", "new"));
        pair.increments();
        pair.carry(ALL);

        assertThat(pair.known()).isEqualTo(pair.real());
        assertThat(kinds()).containsExactly("changed");
        assertThat(pair.heard).containsExactlyInAnyOrder("+0-0", "+new", "-0-1", "-0-2");
        pair.set(subject(0), Map.of("0-0", "changed", "new", "new"));
        pair.increments();
        assertThat(pair.waiting()).as("it is the same as before").isZero();
    }

    @Test
    void shouldMissNothing_whenThingsChangeWhileEverythingIsTold() {
        for (int i = 0; i < 6; i++) {
            pair.set(subject(i), items(i + "-", 100));
        }
        pair.increments();
        pair.ownRound();
        pair.carry(1);
        pair.set(subject(0), Map.of("0-0", "changed"));
        pair.set(subject(5), Map.of("5-5", "changed"));
        pair.increments();
        pair.carry(ALL);
        pair.ownRound();
        pair.carry(ALL);

        assertThat(pair.known()).isEqualTo(pair.real());
        assertThat(kinds()).doesNotContain("ask");
    }

    @Test
    void shouldRepairADifferenceOnceADay_withoutTellingEverything() {
        begin(300);
        pair.partner.write(session -> {
            var replicas = session.exchange().replicas();
            replicas.lock(ReplicaPair.TOLD);
            ReplicaItem altered = replicas.find(ReplicaPair.TOLD, name("1-7")).orElseThrow();
            replicas.put(
                    ReplicaPair.TOLD,
                    ReplicaItems.of(
                            "provider",
                            "1-7",
                            ReplicaItems.content(altered).put("text", "someone changed it"),
                            "",
                            altered.at()));
            replicas.remove(ReplicaPair.TOLD, name("2-8"));
            replicas.put(
                    ReplicaPair.TOLD,
                    ReplicaItems.of("provider", "invented", ReplicaItems.content(altered), "", altered.at()));
            return true;
        });
        assertThat(pair.known()).isNotEqualTo(pair.real());

        pair.ownRound();
        assertThat(pair.waiting()).as("a day has not passed").isZero();
        pair.pass(ReplicaPair.A_DAY);
        pair.ownRound();
        pair.carry(1);
        assertThat(pair.partnersState().differences()).isEqualTo(3);
        Instant agreedBefore = pair.partnersState().agreedAt().orElseThrow();
        pair.carry(ALL);

        assertThat(pair.known()).isEqualTo(pair.real());
        assertThat(pair.partnersState().differences()).isZero();
        assertThat(pair.partnersState().agreedAt().orElseThrow()).isAfter(agreedBefore);
        assertThat(told()).as("only what differed was told again").isEqualTo(2);
        assertThat(pair.heard).contains("-invented", "+1-7", "+2-8");
    }

    @Test
    void shouldComeToTheSame_whateverHappensInBetween() {
        Random random = new Random(20_251_125);
        begin(20);
        for (int round = 0; round < 60; round++) {
            int subject = random.nextInt(5);
            Map<String, String> items = new TreeMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.put(subject + "-" + random.nextInt(8), "text " + random.nextInt(3));
            }
            pair.set(subject(subject), items);
            switch (random.nextInt(4)) {
                case 0 -> pair.increments();
                case 1 -> pair.carry(random.nextInt(3));
                case 2 -> damage("" + random.nextInt(5) + "-" + random.nextInt(8));
                default -> {
                    pair.pass(Duration.ofHours(random.nextInt(30)));
                    pair.ownRound();
                }
            }
        }
        pair.increments();
        pair.pass(ReplicaPair.A_DAY);
        pair.ownRound();
        pair.carry(ALL);

        assertThat(pair.known()).isEqualTo(pair.real());
        assertThat(pair.partnersState().differences()).isZero();
    }

    private void damage(String key) {
        pair.partner.write(session -> {
            session.exchange().replicas().lock(ReplicaPair.TOLD);
            return session.exchange().replicas().remove(ReplicaPair.TOLD, name(key));
        });
    }

    /** Both have the same, and nothing is under way. */
    private void begin(int items) {
        for (int i = 0; i < 3; i++) {
            pair.set(subject(i), items(i + "-", items));
        }
        pair.increments();
        do {
            pair.ownRound();
        } while (pair.carry(ALL) > 0);
        assertThat(pair.known()).isEqualTo(pair.real());
        pair.carried.clear();
        pair.heard.clear();
    }

    private int told() {
        return pair.carried.stream()
                .filter(message -> message.type().kind().equals("changed"))
                .mapToInt(message -> message.data().path("items").size())
                .sum();
    }

    private List<String> kinds() {
        return pair.carried.stream().map(Message::type).map(type -> type.kind()).toList();
    }

    private static ReplicaItem.Name name(String key) {
        return new ReplicaItem.Name("provider", key);
    }

    private static Map<String, String> items(String prefix, int count) {
        Map<String, String> items = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            items.put(prefix + i, "text " + i);
        }
        return items;
    }

    private static String subject(int number) {
        return "01J000000000000000000000" + String.format("%02d", number);
    }
}
