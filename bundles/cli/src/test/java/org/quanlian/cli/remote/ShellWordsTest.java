package org.quanlian.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    quanlian:policies   , quanlian:policies
                    140000/2025/1.0.0   , 140000/2025/1.0.0
                    /a b/政策.jar       , /a\\ b/政策.jar
                    it's                , it\\'s
                    "$x;|              , \\"\\$x\\;\\|
                    a\\b                , a\\\\b
                    """)
    void areTakenByTheConsoleForExactlyThisText(String word, String quoted) {
        assertThat(ShellWords.quote(word)).isEqualTo(quoted);
    }
}
