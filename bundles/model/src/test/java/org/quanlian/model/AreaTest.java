package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
    private static final Area SHANXI = new Area("140000");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "140100", "140200", "140300", "140400", "140500", "140600", "140700", "140800", "140900", "141000",
                "141100", "140171"
            })
    void shouldPlaceTheCitiesAndTheReformZone_inShanxi(String code) {
        assertThat(new Area(code).isIn(SHANXI)).isTrue();
        assertThat(new Area(code).isProvince()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"460100", "460200", "460300", "460400", "469001", "410000", "150000"})
    void shouldPlaceOtherProvincesOutsideShanxi(String code) {
        assertThat(new Area(code).isIn(SHANXI)).isFalse();
    }

    @Test
    void shouldPlaceAProvinceInItself() {
        assertThat(SHANXI.isIn(SHANXI)).isTrue();
        assertThat(SHANXI.isProvince()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "14",
                "14010",
                "1401000",
                "14010A",
                " 14010",
                "-14010",
                "\uff11\uff14\uff10\uff11\uff10\uff10"
            })
    void shouldRefuseWhatIsNotSixDigits(String code) {
        assertRefused("area.format", () -> new Area(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "100000", "160100", "240000", "990000", "830000"})
    void shouldRefuseAProvinceThatDoesNotExist(String code) {
        assertRefused("area.province", () -> new Area(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
                "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"
            })
    void shouldKnowEveryProvince(String province) {
        assertThat(new Area(province + "0000").isProvince()).isTrue();
    }

    @Test
    void shouldStandInTheOrderOfItsCode() {
        assertThat(new Area("140100")).isLessThan(new Area("140200")).hasToString("140100");
    }
}
