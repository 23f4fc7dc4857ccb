package org.quanlian.vouchers.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Area;

/** Which body reviews a firm first. */
class ReviewBodiesTest {
    @Test
    void shouldBeTwelve() {
        assertThat(ReviewBodies.all()).hasSize(12).contains(new Area("140171"), new Area("141100"));
    }

    @ParameterizedTest
    @CsvSource({"140171,140171", "140105,140100", "140100,140100", "141182,141100"})
    void shouldFollowFromTheArea(String area, String body) {
        assertThat(ReviewBodies.of(new Area(area))).contains(new Area(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"140000", "460100", "141200", "110105"})
    void shouldBeNone_outsideTheCitiesOfTheProvince(String area) {
        assertThat(ReviewBodies.of(new Area(area))).isEmpty();
    }
}
