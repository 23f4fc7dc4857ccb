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
    private static final Path KEYS = Path.of("/data/keys");

    @Test
    void shouldHaveADefaultForEverything() {
        assertThat(DocumentSettings.read(Map.of(), BASE, KEYS))
                .isEqualTo(
                        new DocumentSettings(Path.of("/data/documents"), DocumentLimits.DEFAULT, Duration.ofHours(24)));
    }

    @Test
    void shouldTakeWhatIsSet() {
        DocumentSettings settings =
                DocumentSettings.read(Map.of("folder", "/mnt/docs", "keys", "keys", "maxDocumentMiB", "1"), BASE, KEYS);
        assertThat(settings.folder()).isEqualTo(Path.of("/mnt/docs"));
        assertThat(settings.limits().document()).isEqualTo(1024 * 1024);
    }

    @Test
    void shouldNameTheSettingThatIsWrong() {
        for (String wrong : new String[] {"0", "-1", "1025", "99999999999"}) {
            assertThatThrownBy(() -> DocumentSettings.read(Map.of("maxDocumentMiB", wrong), BASE, KEYS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("maxDocumentMiB")
                    .hasMessageContaining(wrong);
        }
        assertThatThrownBy(() ->
                        DocumentSettings.read(Map.of("maxDocumentMiB", "20", "maxOrganisationMiB", "10"), BASE, KEYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSayWhereTheKeysBelong_whenAnOlderSettingHasThemElsewhere() {
        assertThatThrownBy(() -> DocumentSettings.read(Map.of("keys", "/mnt/keys"), BASE, KEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.quanlian.documents.cfg")
                .hasMessageContaining("move")
                .hasMessageContaining("/data/keys");
    }
}
