package org.quanlian.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;

class StandaloneEngineTest {
    private final StandaloneEngine engine = new StandaloneEngine(
            List.of(FakePack.inForce("1.0.0"), FakePack.inForce("1.1.0"), FakePack.draft("2.0.0")),
            List.of(FakeAgreement.of("hainan-shanxi", "1.0.0")));

    @Test
    void shouldDecideByTheCurrentVersion_withTheAgreementsInForce() {
        Decision decision = engine.assess(FakePack.SHANXI, FakePack.YEAR, FakePack.CLAIM);

        assertThat(decision.policy()).isEqualTo(FakePack.key("1.1.0"));
        assertThat(decision.agreements()).extracting(Decision.AgreementUse::id).containsExactly("hainan-shanxi");
    }

    @Test
    void shouldDecideByAPinnedVersion() {
        assertThat(engine.assess(FakePack.key("2.0.0"), FakePack.CLAIM).policy())
                .isEqualTo(FakePack.key("2.0.0"));
    }

    @Test
    void shouldSayWhichPolicyIsNotThere() {
        assertThatThrownBy(() -> engine.assess(new Area("460000"), 2025, FakePack.CLAIM))
                .isInstanceOfSatisfying(PolicyNotFoundException.class, refusal -> {
                    assertThat(refusal.province()).isEqualTo(new Area("460000"));
                    assertThat(refusal.year()).isEqualTo(2025);
                    assertThat(refusal.version()).isEmpty();
                })
                .hasMessageContaining("460000/2025");
        assertThatThrownBy(() -> engine.assess(FakePack.key("1.0.1"), FakePack.CLAIM))
                .isInstanceOfSatisfying(PolicyNotFoundException.class, refusal -> {
                    assertThat(refusal.province()).isEqualTo(FakePack.SHANXI);
                    assertThat(refusal.year()).isEqualTo(2025);
                    assertThat(refusal.version()).contains(FakePack.key("1.0.1").version());
                })
                .hasMessageContaining("140000/2025/1.0.1");
    }

    @Test
    void shouldKnowItsVersions_byTheDigestOfWhereTheyCameFrom() throws URISyntaxException {
        String digest = ContentDigest.of(Path.of(FakePack.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));

        assertThat(engine.versions())
                .extracting(version -> version.descriptor().key(), PolicyVersion::digest, PolicyVersion::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FakePack.key("1.0.0"), digest, false),
                        org.assertj.core.groups.Tuple.tuple(FakePack.key("1.1.0"), digest, true),
                        org.assertj.core.groups.Tuple.tuple(FakePack.key("2.0.0"), digest, false));
        assertThat(engine.refused()).isEmpty();
        assertThat(engine.agreements()).extracting(AgreementDescriptor::id).containsExactly("hainan-shanxi");
    }
}
