package org.quanlian.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void shouldTellTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.5))).isEqualTo(new Spread(2.5, 1, 3));
    }

    @Test
    void shouldTellTheMeanOfTheTwoMiddleOnesOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void shouldReadAsMedianAndRange() {
        assertThat(new Spread(1234.56, 2, 30_000).toString(1)).isEqualTo("1,234.6 (2.0 to 30,000.0)");
    }
}
