package org.quanlian.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void shouldTellTheMiddleAndWhat99Of100Keep_inWhateverOrder() {
        long[] nanos = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1000).toArray();

        Percentiles percentiles = Percentiles.of(nanos);

        assertThat(percentiles).isEqualTo(new Percentiles(200, 101, 198));
        assertThat(nanos[0]).isEqualTo(200_000);
    }

    @Test
    void shouldTellTheOnlyOne() {
        assertThat(Percentiles.of(new long[] {1500})).isEqualTo(new Percentiles(1, 1.5, 1.5));
    }

    @Test
    void shouldRefuseToTellOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new long[0]));
    }
}
