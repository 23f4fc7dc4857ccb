package org.quanlian.store.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanlian.vouchers.documents.DocumentLimits;

class DocumentSettingsTest {
    private static final Path BASE = Path.of("/data");

    @Test
    void shouldHaveADefaultForEverything() {
        assertThat(DocumentSettings.read(Map.of(), BASE))
                .isEqualTo(new DocumentSettings(
                        Path.of("/data/documents"),
                        Path.of("/data/keys"),
                        DocumentLimits.DEFAULT,
                        Duration.ofHours(24)));
    }

    @Test
    void shouldTakeWhatIsSet() {
        DocumentSettings settings =
                DocumentSettings.read(Map.of("folder", "/mnt/docs", "keys", "secret", "maxDocumentMiB", "1"), BASE);
        assertThat(settings.folder()).isEqualTo(Path.of("/mnt/docs"));
        assertThat(settings.keys()).isEqualTo(Path.of("/data/secret"));
        assertThat(settings.limits().document()).isEqualTo(1024 * 1024);
    }

    @Test
    void shouldNameTheSettingThatIsWrong() {
        for (String wrong : new String[] {"0", "-1", "1025", "99999999999"}) {
            assertThatThrownBy(() -> DocumentSettings.read(Map.of("maxDocumentMiB", wrong), BASE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("maxDocumentMiB")
                    .hasMessageContaining(wrong);
        }
        assertThatThrownBy(
                        () -> DocumentSettings.read(Map.of("maxDocumentMiB", "20", "maxOrganisationMiB", "10"), BASE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
