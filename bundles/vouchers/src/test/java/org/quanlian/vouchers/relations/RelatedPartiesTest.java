package org.quanlian.vouchers.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;

/** Who is related with whom, and why. */
class RelatedPartiesTest {
    private final List<Relation> ties = new ArrayList<>();

    @Test
    void shouldFindControl_overManySteps_inEitherDirection() {
        hold("甲", "乙", "51");
        hold("乙", "丙", "80");
        hold("丙", "丁", "100");

        assertThat(path("甲", "丁")).containsExactly("甲>乙", "乙>丙", "丙>丁");
        assertThat(path("丁", "甲")).containsExactly("甲>乙", "乙>丙", "丙>丁");
    }

    @Test
    void shouldNotCall_aSmallShareControl() {
        hold("甲", "乙", "49.9999");

        assertThat(find("甲", "乙").related()).contains(false);
    }

    @Test
    void shouldAddUp_whatThoseHoldWhoAreControlled() {
        hold("甲", "乙", "60");
        hold("甲", "丙", "60");
        hold("乙", "丁", "30");
        hold("丙", "丁", "20");

        assertThat(path("甲", "丁")).containsExactlyInAnyOrder("甲>乙", "甲>丙", "乙>丁", "丙>丁");
        assertThat(find("乙", "丁").related()).as("by the same controller").contains(true);
    }

    @Test
    void shouldCountAHoldingOnce_whenTwoSourcesTellIt() {
        hold("甲", "乙", "30");
        hold("甲", "乙", "29");

        assertThat(find("甲", "乙").related()).contains(false);
    }

    @Test
    void shouldRelateTwo_whomTheSameThirdControls() {
        hold("母", "甲", "70");
        hold("母", "子", "70");
        hold("子", "乙", "70");

        assertThat(path("甲", "乙")).containsExactly("母>甲", "母>子", "子>乙");
    }

    @Test
    void shouldRelateTwo_inWhichTheSamePersonHasPosts() {
        ties.add(new Relation(
                person("张"), firm("甲"), RelationKind.LEGAL_REPRESENTATIVE, Optional.empty(), Validity.ALWAYS));
        ties.add(new Relation(person("张"), firm("乙"), RelationKind.EXECUTIVE, Optional.empty(), Validity.ALWAYS));
        ties.add(new Relation(person("李"), firm("丙"), RelationKind.EXECUTIVE, Optional.empty(), Validity.ALWAYS));

        assertThat(find("甲", "乙").related()).contains(true);
        assertThat(find("甲", "丙").related()).contains(false);
    }

    @Test
    void shouldNotRelateTwo_merelyBecauseTheStateHoldsBoth() {
        UnifiedSocialCreditCode state = new UnifiedSocialCreditCode("91110000600037341L");
        Party owner = Party.organisation(state, "示例国资委");
        ties.add(new Relation(owner, firm("甲"), RelationKind.SUBORDINATE, Optional.empty(), Validity.ALWAYS));
        ties.add(new Relation(owner, firm("乙"), RelationKind.SUBORDINATE, Optional.empty(), Validity.ALWAYS));

        assertThat(find("甲", "乙").related()).contains(true);
        assertThat(find(rules(Set.of(state), 100), "甲", "乙").related()).contains(false);
        assertThat(find(rules(Set.of(state), 100), "甲", owner.key()).related())
                .as("the owner itself")
                .contains(true);
    }

    @Test
    void shouldNotGoRoundInCircles() {
        hold("甲", "乙", "60");
        hold("乙", "甲", "60");
        hold("乙", "丙", "10");
        hold("丙", "乙", "10");

        assertThat(path("甲", "乙")).containsExactly("甲>乙");
        assertThat(find("甲", "丙").related()).contains(false);
    }

    @Test
    void shouldSayThatItIsUnknown_whenThereAreMoreTiesThanMayBeLookedAt() {
        for (int i = 0; i < 5; i++) {
            hold("股东" + i, "甲", "1");
        }

        assertThat(find(rules(Set.of(), 5), "甲", "乙").related()).contains(false);
        assertThat(find(rules(Set.of(), 4), "甲", "乙").related()).isEmpty();
    }

    private void hold(String holder, String held, String percent) {
        ties.add(new Relation(
                firm(holder),
                firm(held),
                RelationKind.HOLDING,
                Optional.of(Share.ofPercent(percent)),
                Validity.ALWAYS));
    }

    private static ControlRules rules(Set<UnifiedSocialCreditCode> owners, int maxTies) {
        return new ControlRules(
                new Share(500_000),
                EnumSet.of(RelationKind.LEGAL_REPRESENTATIVE, RelationKind.EXECUTIVE, RelationKind.SUBORDINATE),
                owners,
                maxTies);
    }

    private List<String> path(String one, String other) {
        return find(one, other).path().stream()
                .map(tie -> tie.holder().name() + ">" + tie.held().name())
                .toList();
    }

    private RelatedParties.Answer find(String one, String other) {
        return find(rules(Set.of(), 1000), one, other);
    }

    private RelatedParties.Answer find(ControlRules rules, String one, String other) {
        return new RelatedParties(rules).between(one, other, keys -> ties.stream()
                .filter(tie -> keys.contains(tie.held().key()))
                .toList());
    }

    private static Party firm(String name) {
        return new Party(name, name);
    }

    private static Party person(String name) {
        return Party.person(name, name);
    }
}
