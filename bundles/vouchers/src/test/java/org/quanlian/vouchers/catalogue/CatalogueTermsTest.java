package org.quanlian.vouchers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a text is found by. */
class CatalogueTermsTest {
    @Test
    void shouldTakePairsOfChineseCharacters_andWordsOfOtherScripts() {
        assertThat(CatalogueTerms.of(List.of("材料X射线衍射，ＳＥＭ-10扫描")))
                .containsExactlyInAnyOrder("材料", "料", "x", "射线", "线衍", "衍射", "射", "sem", "10", "扫描", "描");
    }

    @Test
    void shouldFoldWidthAndCase() {
        assertThat(CatalogueTerms.ofQuestion("ＩＣＰ—ＭＳ ２０２５")).containsExactly("icp", "ms", "2025");
    }

    @Test
    void shouldTakeNoMoreOfAQuestion_thanItsLimit() {
        assertThat(CatalogueTerms.ofQuestion("一二三四五六七八九十百千万亿".repeat(10) + "a b c d e f g h".repeat(30)))
                .hasSizeLessThanOrEqualTo(CatalogueTerms.MAX_QUESTION);
    }

    @Test
    void shouldHandleCharactersBeyondTheBasicPlane() {
        assertThat(CatalogueTerms.of(List.of("𠮷野家"))).containsExactlyInAnyOrder("𠮷野", "野家", "家");
        assertThat(CatalogueTerms.isPrefix("𠮷")).isTrue();
    }

    @Property
    void shouldFindAText_byAnyPartOfTwoChineseCharactersOrMore(
            @ForAll("chinese") String text, @ForAll int from, @ForAll int length) {
        int[] characters = text.codePoints().toArray();
        int start = Math.floorMod(from, characters.length - 1);
        int size = 2 + Math.floorMod(length, characters.length - start - 1);
        String part = new String(characters, start, size);

        assertThat(CatalogueTerms.of(List.of(text))).containsAll(CatalogueTerms.ofQuestion(part));
    }

    @Property
    void shouldNeverMakeATermThatIsTooLong(@ForAll String text) {
        assertThat(CatalogueTerms.of(List.of(text)))
                .allSatisfy(term -> assertThat(term).hasSizeBetween(1, CatalogueTerms.MAX_TERM));
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(2)
                .ofMaxLength(40);
    }
}
