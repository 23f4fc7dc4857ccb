package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {
    private enum Size {
        LARGE {
            @Override
            public String toString() {
                return "constants with a body are of a class of their own";
            }
        },
        MICRO
    }

    @Nested
    class Loading {
        @Test
        void shouldReadBothLanguagesInUtf8() {
            MessageCatalog texts = Texts.of("claim.late=已过截止时间", "claim.late=The deadline – “17:00” – has passed");

            assertThat(texts.render("claim.late", List.of()))
                    .isEqualTo(new LocalizedText("已过截止时间", "The deadline – “17:00” – has passed"));
        }

        @Test
        void shouldKnowTheNamesOfItsTexts() {
            MessageCatalog texts = Texts.alike("one=1", "two=2");

            assertThat(texts.keys()).containsExactlyInAnyOrder("one", "two");
            assertThat(texts.contains("one")).isTrue();
            assertThat(texts.contains("three")).isFalse();
        }

        @Test
        void shouldRefuseTextsInOneLanguageOnly_andNameThemAll() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Texts.of("both=甲\nzh.only=乙", "both=A\nen.only=B"))
                    .withMessageContaining("[en.only, zh.only]");
        }

        @Test
        void shouldRefuseAMissingFile_andNameIt() {
            Class<?> withChineseAlone = OwnFiles.beside(Texts.class, Map.of("messages.properties", "a=甲"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MessageCatalog.beside(withChineseAlone))
                    .withMessageContaining("messages_en.properties");
        }
    }

    @Nested
    class Rendering {
        @Test
        void shouldFillArgumentsIn_whereverEachLanguageWantsThem() {
            MessageCatalog texts = Texts.of("cap=限额 {1} 元，已用 {0} 元", "cap={0} yuan of {1} yuan {0}");

            assertThat(texts.render("cap", List.of("7", "9")))
                    .isEqualTo(new LocalizedText("限额 9 元，已用 7 元", "7 yuan of 9 yuan 7"));
        }

        @Test
        void shouldTellAnEnumConstantByItsOwnText_inEachLanguage() {
            MessageCatalog texts = Texts.of(
                    "size=属于{0}企业\nSize.LARGE=大型\nSize.MICRO=微型",
                    "size=a {0} enterprise\nSize.LARGE=large\nSize.MICRO=micro");

            assertThat(texts.render("size", List.of(Size.MICRO)))
                    .isEqualTo(new LocalizedText("属于微型企业", "a micro enterprise"));
            assertThat(texts.render("size", List.of(Size.LARGE)))
                    .isEqualTo(new LocalizedText("属于大型企业", "a large enterprise"));
        }

        @Test
        void shouldRefuseAnEnumConstantWithoutText_andNameIt() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Texts.alike("size={0}").render("size", List.of(Size.LARGE)))
                    .withMessageContaining("Size.LARGE");
        }

        @Test
        void shouldRefuseATextThatIsNotThere_andNameIt() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Texts.alike("one=1").render("two", List.of()))
                    .withMessageContaining("two");
        }

        /** What a stranger typed is told as it is, even when it looks like a slot. */
        @Test
        void shouldNotReadArgumentsAsTexts() {
            assertThat(Texts.alike("host=’{0}’ '{1}'")
                            .render("host", List.of("{1}", "{0}"))
                            .zh())
                    .isEqualTo("’{1}’ '{0}'");
        }
    }
}
