package org.quanlian.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PrintedPaper;

/** The press as its users see it. */
class PressTest {
    private final Press press = new Press(Optional.empty(), warning -> {
        throw new AssertionError(warning);
    });

    @Test
    void shouldPrintTheSameOnce_andOtherThingsAnew() {
        PrintedPaper first = press.print(Samples.notice("示例公司", 2), PaperFormat.PDF);

        assertThat(press.print(Samples.notice("示例公司", 2), PaperFormat.PDF).bytes())
                .isSameAs(first.bytes());
        PrintedPaper sheet = press.print(Samples.notice("示例公司", 2), PaperFormat.XLSX);
        assertThat(sheet.content()).as("the same stands on it").isEqualTo(first.content());
        assertThat(sheet.bytes()).isNotEqualTo(first.bytes());
        PrintedPaper other = press.print(Samples.notice("示例公司乙", 2), PaperFormat.PDF);
        assertThat(other.content()).isNotEqualTo(first.content());
        assertThat(other.bytes()).isNotEqualTo(first.bytes());
    }

    @Test
    void shouldRefuseASpreadsheetOfAForm() {
        assertThatThrownBy(() -> press.print(Samples.application("示例公司", 1), PaperFormat.XLSX))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("paper.format"));
    }
}
