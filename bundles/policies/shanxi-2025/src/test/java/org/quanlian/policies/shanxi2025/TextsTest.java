package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.model.Claim;
import org.quanlian.model.Exclusion;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimArbitraries;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.RuleDescription;

/** No text is missing, and none stands there that nobody ever reads. */
class TextsTest {
    /** Texts of other readings of the notice: {@link OtherReadingsTest} hears them. */
    private static final Set<String> OF_OTHER_READINGS =
            Set.of("service.spend.passed.net", "claim.cap.missing.host", "provider.kind.failed.level");

    private static final PolicyPack PACK = new Shanxi2025();
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Shanxi2025.class);

    @Test
    void shouldNameEveryConstantThatAFindingMayMention() {
        Stream<Enum<?>> constants = Stream.of(Exclusion.values(), ProviderKind.values(), SizeClass.values())
                .flatMap(Arrays::stream);

        assertThat(constants.map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name()))
                .allMatch(TEXTS::contains);
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shouldSayEachOfItsTexts_toSomebody(@ForAll("manyClaims") List<Claim> claims) {
        Circumstances circumstances = new Circumstances(List.of(new HainanShanxi()));
        Set<String> silent = new TreeSet<>(TEXTS.keys());
        silent.removeAll(OF_OTHER_READINGS);
        silent.removeIf(key -> Character.isUpperCase(key.charAt(0)));
        PACK.rules().stream().map(RuleDescription::id).forEach(silent::remove);

        for (Claim claim : claims) {
            Decision decision = PACK.assess(claim, circumstances);
            decision.findings().forEach(finding -> silent.remove(keyOf(finding)));
            decision.services()
                    .forEach(service -> service.findings().forEach(finding -> silent.remove(keyOf(finding))));
        }

        assertThat(silent).isEmpty();
    }

    @Provide
    Arbitrary<List<Claim>> manyClaims() {
        return ClaimArbitraries.around(PACK).claims().list().ofSize(4000);
    }

    private static String keyOf(Finding finding) {
        String key = finding.rule() + "." + finding.outcome().name().toLowerCase(Locale.ROOT);
        return finding.verdict().variant().isEmpty()
                ? key
                : key + "." + finding.verdict().variant();
    }
}
