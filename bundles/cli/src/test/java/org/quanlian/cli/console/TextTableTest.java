package org.quanlian.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void countsAChineseCharacterTwice() {
        TextTable table = new TextTable("省份", "document");
        table.row("140000", "晋科函〔2025〕11号");
        table.row("山西省", "x");

        assertThat(table)
                .hasToString(
                        """
                省份    document
                140000  晋科函〔2025〕11号
                山西省  x
                """);
    }

    @Test
    void measuresFullWidthPunctuation() {
        assertThat(TextTable.width("一（二）")).isEqualTo(8);
        assertThat(TextTable.width("𠮷野")).isEqualTo(4);
        assertThat(TextTable.width("Hainan–Shanxi")).isEqualTo(13);
    }
}
