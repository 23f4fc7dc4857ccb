package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"太原示例科技有限公司", "HT-2025-001", "a", "𠮷野科技", "Ünïcode \u201c引号\u201d", " 前后空格 "})
    void shouldAcceptWhatPeopleType(String text) {
        assertThat(ShortText.require(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\u3000", "\t", "\n"})
    void shouldRefuseBlank(String text) {
        assertRefused("text.blank", () -> ShortText.require(text));
    }

    @Test
    void shouldAcceptTwoHundredCharacters_andRefuseOneMore() {
        String longest = "长".repeat(200);

        assertThat(ShortText.require(longest)).isEqualTo(longest);
        assertThat(assertRefused("text.length", () -> ShortText.require(longest + "长"))
                        .arguments())
                .containsExactly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\tb", "a\nb", "a\rb", "a\u001bb", "a\u007fb", "a\u0085b", "a\u009fb"})
    void shouldRefuseControlCharacters(String text) {
        assertRefused("text.control", () -> ShortText.require(text));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\ud800', '\udbff', '\udc00', '\udfff'})
    void shouldRefuseAnUnpairedSurrogate(char half) {
        assertRefused("text.control", () -> ShortText.require("甲" + half));
        assertRefused("text.control", () -> ShortText.require(half + "乙"));
    }

    @Test
    void shouldRefuseAPairInTheWrongOrder() {
        assertRefused("text.control", () -> ShortText.require("甲\udfb7\ud842乙"));
    }
}
