package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static final Fact<Industry> SOFTWARE = Fact.of(Industry.SOFTWARE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000_000})
    void shouldAcceptANumberOfPeopleThatCanBe(int people) {
        assertThat(employing(people).employees()).isEqualTo(Fact.of(people));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseANumberOfPeopleThatCanNotBe(int people) {
        assertThat(assertRefused("employees.range", () -> employing(people)).arguments())
                .containsExactly(10_000_000);
    }

    @Test
    void shouldRefuseRevenueOrAssetsOfLessThanNothing() {
        Fact<Money> lessThanNothing = Fact.of(new Money(-1));

        assertRefused("money.negative", () -> new Scale(SOFTWARE, Fact.missing(), lessThanNothing, Fact.missing()));
        assertRefused("money.negative", () -> new Scale(SOFTWARE, Fact.missing(), Fact.missing(), lessThanNothing));
    }

    @Test
    void shouldAcceptThatEveryFigureIsMissing() {
        Scale untold = new Scale(Fact.missing(), Fact.missing(), Fact.missing(), Fact.missing());

        assertThat(untold.employees().isMissing()).isTrue();
    }

    private static Scale employing(int people) {
        return new Scale(SOFTWARE, Fact.of(people), Fact.missing(), Fact.missing());
    }
}
