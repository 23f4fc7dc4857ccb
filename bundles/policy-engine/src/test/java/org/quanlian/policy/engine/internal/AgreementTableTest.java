package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.engine.FakeAgreement;

class AgreementTableTest {
    private final AgreementTable table = new AgreementTable();

    @Test
    void shouldHaveNoAgreementInForce_atFirst() {
        assertThat(table.circumstances()).isEqualTo(Circumstances.NONE);
    }

    @Test
    void shouldHaveTheHighestVersionInForce_inWhateverOrderTheyCome() {
        table.add(1, FakeAgreement.of("hainan-shanxi", "1.9.0"));
        table.add(2, FakeAgreement.of("hainan-shanxi", "1.10.0"));
        table.add(3, FakeAgreement.of("hainan-shanxi", "1.2.0"));

        assertInForce("hainan-shanxi 1.10.0");
    }

    @Test
    void shouldFallBackToTheNextVersion_whenTheHighestGoes() {
        table.add(1, FakeAgreement.of("hainan-shanxi", "1.0.0"));
        table.add(2, FakeAgreement.of("hainan-shanxi", "2.0.0"));

        table.remove(2);
        assertInForce("hainan-shanxi 1.0.0");
        table.remove(1);
        assertInForce();
    }

    @Test
    void shouldStandByTheOther_whenOneOfTwoWithTheSameVersionGoes() {
        table.add(1, FakeAgreement.of("hainan-shanxi", "1.0.0"));
        table.add(2, FakeAgreement.of("hainan-shanxi", "1.0.0"));

        table.remove(1);

        assertInForce("hainan-shanxi 1.0.0");
    }

    @Test
    void shouldTellAgreements_byName() {
        List<String> names = List.of("shaanxi", "hainan", "hebei", "beijing", "tianjin", "henan", "anhui", "gansu");
        for (int i = 0; i < names.size(); i++) {
            table.add(i, FakeAgreement.of(names.get(i), "1.0.0"));
        }

        assertInForce(names.stream().sorted().map(name -> name + " 1.0.0").toArray(String[]::new));
    }

    @Test
    void shouldNotMind_whenSomethingUnknownGoes() {
        table.add(1, FakeAgreement.of("hainan-shanxi", "1.0.0"));

        table.remove(7);

        assertInForce("hainan-shanxi 1.0.0");
    }

    @Test
    void shouldLetDecisionsFinishWithTheCircumstancesTheyBeganWith() {
        table.add(1, FakeAgreement.of("hainan-shanxi", "1.0.0"));
        Circumstances begun = table.circumstances();

        table.remove(1);

        assertThat(begun.agreements()).hasSize(1);
        assertThat(table.circumstances()).isEqualTo(Circumstances.NONE);
    }

    private void assertInForce(String... agreements) {
        assertThat(table.descriptors()).extracting(AgreementTableTest::nameOf).containsExactly(agreements);
        assertThat(table.circumstances().agreements())
                .extracting(agreement -> nameOf(agreement.descriptor()))
                .containsExactly(agreements);
    }

    private static String nameOf(AgreementDescriptor agreement) {
        return agreement.id() + " " + agreement.version();
    }
}
