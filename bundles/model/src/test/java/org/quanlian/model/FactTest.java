package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactTest {
    @Nested
    class ThatWasTold {
        private final Fact<Integer> told = Fact.of(45);

        @Test
        void shouldHaveItsValue() {
            assertThat(told.isKnown()).isTrue();
            assertThat(told.isMissing()).isFalse();
            assertThat(told.value()).isEqualTo(45);
            assertThat(told.orElse(0)).isEqualTo(45);
        }

        @Test
        void shouldStayTold_whenItsValueIsChanged() {
            assertThat(told.map(people -> people + 1)).isEqualTo(Fact.of(46));
        }

        @Test
        void shouldBeEqual_whenTheValueIs() {
            assertThat(told)
                    .isEqualTo(Fact.of(45))
                    .hasSameHashCodeAs(Fact.of(45))
                    .isNotEqualTo(Fact.of(46));
        }

        @Test
        void shouldRefuseNull() {
            assertThatThrownBy(() -> Fact.of(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> told.map(people -> null)).isInstanceOf(NullPointerException.class);
        }
    }

    @Nested
    class ThatNobodyTold {
        private final Fact<Integer> missing = Fact.missing();

        @Test
        void shouldHaveNoValue() {
            assertThat(missing.isKnown()).isFalse();
            assertThat(missing.isMissing()).isTrue();
            assertThatThrownBy(missing::value).isInstanceOf(NoSuchElementException.class);
        }

        @Test
        void shouldGiveWhatTheAskerTakesInstead() {
            assertThat(missing.orElse(7)).isEqualTo(7);
        }

        @Test
        void shouldStayMissing_whenItsValueIsChanged() {
            assertThat(missing.map(people -> people + 1)).isEqualTo(Fact.missing());
        }

        @Test
        void shouldDifferFromBeingToldThatThereIsNone() {
            Fact<Optional<Integer>> toldThatThereIsNone = Fact.of(Optional.empty());
            Fact<Optional<Integer>> untold = Fact.missing();

            assertThat(toldThatThereIsNone).isNotEqualTo(untold);
            assertThat(toldThatThereIsNone.isKnown()).isTrue();
        }
    }
}
