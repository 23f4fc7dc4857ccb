package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

class EngineTextsTest {
    @Test
    void shouldSayEverythingInBothLanguages() {
        MessageCatalog texts = MessageCatalog.beside(EngineTexts.class);

        assertThat(texts.keys()).isNotEmpty();
        for (String key : texts.keys()) {
            LocalizedText text = texts.render(key, List.of("one", "two", "three"));

            assertThat(text.zh()).as(key).containsPattern("\\p{IsHan}").doesNotContain("{", "}");
            assertThat(text.en()).as(key).containsPattern("[A-Za-z]{3}").doesNotContain("{", "}");
        }
    }

    @Test
    void shouldSayChineseFirst_onOneLine() {
        assertThat(EngineTexts.line("install.noFile", "x.jar")).matches("找不到.*x\\.jar.* / there is no file x\\.jar.*");
        assertThat(EngineTexts.refusal("install.noFile", "x.jar"))
                .hasMessage(EngineTexts.line("install.noFile", "x.jar"))
                .extracting(refusal -> refusal.text().en())
                .isEqualTo("there is no file x.jar; check the path");
    }
}
