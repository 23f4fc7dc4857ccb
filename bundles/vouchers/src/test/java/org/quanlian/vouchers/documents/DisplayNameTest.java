package org.quanlian.vouchers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"..a.pdf", ". a.pdf", ". .. ...a.pdf", "\u3000.\u00a0a.pdf", "../. ./a.pdf"})
    void shouldNotBeginWithADot_whateverStandsBetweenDots(String typed) {
        assertThat(DisplayName.of(typed, DocumentType.PDF)).isEqualTo("a.pdf");
    }
}
