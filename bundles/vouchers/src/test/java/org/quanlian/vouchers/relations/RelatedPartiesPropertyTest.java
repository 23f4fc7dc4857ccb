package org.quanlian.vouchers.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanlian.model.Validity;

/** The search for related parties, against the plainest way to say what it means, on random graphs. */
class RelatedPartiesPropertyTest {
    private static final int PARTIES = 8;

    @Property(tries = 3000)
    void shouldFindWhatRepeatedAddingUpFinds(@ForAll("graphs") List<Relation> ties) {
        boolean expected = relatedByAddingUp(ties, "0", "1");

        RelatedParties.Answer answer = find(ties, "0", "1");

        assertThat(answer.related()).contains(expected);
        assertThat(find(ties, "1", "0").related()).contains(expected);
    }

    @Property(tries = 1000)
    void shouldFindWhatTheTransitiveClosureFinds_whenEveryHoldingControls(@ForAll("majorities") List<Relation> ties) {
        boolean[][] closure = new boolean[PARTIES][PARTIES];
        for (int i = 0; i < PARTIES; i++) {
            closure[i][i] = true;
        }
        ties.forEach(tie -> closure[number(tie.holder())][number(tie.held())] = true);
        for (int via = 0; via < PARTIES; via++) {
            for (int from = 0; from < PARTIES; from++) {
                for (int to = 0; to < PARTIES; to++) {
                    closure[from][to] |= closure[from][via] && closure[via][to];
                }
            }
        }
        boolean expected = false;
        for (int origin = 0; origin < PARTIES; origin++) {
            expected |= closure[origin][0] && closure[origin][1];
        }

        assertThat(find(ties, "0", "1").related()).contains(expected);
    }

    /** The reason alone is reason enough: without all other ties the two are still related. */
    @Property(tries = 1000)
    void shouldGiveAPathThatIsAReasonByItself(@ForAll("graphs") List<Relation> ties) {
        RelatedParties.Answer answer = find(ties, "0", "1");

        if (!answer.path().isEmpty()) {
            assertThat(ties).containsAll(answer.path());
            assertThat(relatedByAddingUp(answer.path(), "0", "1")).isTrue();
        }
    }

    private static RelatedParties.Answer find(List<Relation> ties, String one, String other) {
        return new RelatedParties(ControlRules.DEFAULT).between(one, other, keys -> ties.stream()
                .filter(tie -> keys.contains(tie.held().key()))
                .toList());
    }

    private static boolean relatedByAddingUp(List<Relation> ties, String one, String other) {
        for (int origin = 0; origin < PARTIES; origin++) {
            Set<String> controlled = new HashSet<>(Set.of(String.valueOf(origin)));
            boolean grown = true;
            while (grown) {
                grown = false;
                for (int target = 0; target < PARTIES; target++) {
                    String key = String.valueOf(target);
                    grown |= !controlled.contains(key) && heldBy(controlled, key, ties) && controlled.add(key);
                }
            }
            if (controlled.contains(one) && controlled.contains(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean heldBy(Set<String> holders, String target, List<Relation> ties) {
        int together = 0;
        for (String holder : holders) {
            int most = 0;
            for (Relation tie : ties) {
                if (tie.holder().key().equals(holder) && tie.held().key().equals(target)) {
                    most = Math.max(most, tie.share().orElse(Share.WHOLE).millionths());
                }
            }
            together += most;
        }
        return together >= 500_000;
    }

    @Provide
    Arbitrary<List<Relation>> graphs() {
        return graphs(Arbitraries.of(100_000, 200_000, 250_000, 300_000, 500_000, 600_000, 0));
    }

    @Provide
    Arbitrary<List<Relation>> majorities() {
        return graphs(Arbitraries.of(500_000, 1_000_000, 0));
    }

    /** Ties among a few parties; a share of 0 stands for a subordination. */
    private static Arbitrary<List<Relation>> graphs(Arbitrary<Integer> shares) {
        Arbitrary<Integer> party = Arbitraries.integers().between(0, PARTIES - 1);
        return Combinators.combine(party, party, shares)
                .as((holder, held, share) ->
                        holder.equals(held) ? Optional.<Relation>empty() : Optional.of(tie(holder, held, share)))
                .list()
                .ofMaxSize(16)
                .map(list -> {
                    List<Relation> ties = new ArrayList<>();
                    list.forEach(tie -> tie.ifPresent(ties::add));
                    return ties;
                });
    }

    private static Relation tie(int holder, int held, int share) {
        return new Relation(
                party(holder),
                party(held),
                share == 0 ? RelationKind.SUBORDINATE : RelationKind.HOLDING,
                share == 0 ? Optional.empty() : Optional.of(new Share(share)),
                Validity.ALWAYS);
    }

    private static Party party(int number) {
        return new Party(String.valueOf(number), "示例" + number);
    }

    private static int number(Party party) {
        return Integer.parseInt(party.key());
    }
}
