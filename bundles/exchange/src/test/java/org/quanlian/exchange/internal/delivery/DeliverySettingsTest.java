package org.quanlian.exchange.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.message.DataClass;

/** What an operator sets of the delivery of messages. */
class DeliverySettingsTest {
    private static final Path FILE =
            Path.of("..", "..", "assembly", "src", "main", "distribution", "etc", "org.quanlian.delivery.cfg");

    @Test
    void shouldBeWithoutTheFileAsWithIt() throws IOException {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(FILE)) {
            file.load(in);
        }
        Map<String, String> set = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> set.put(name, file.getProperty(name)));

        DeliverySettings settings = DeliverySettings.of(set);

        DeliverySettings otherwise = DeliverySettings.of(Map.of());
        assertThat(settings).usingRecursiveComparison().isEqualTo(otherwise);
        assertThat(set).hasSize(10 + DataClass.values().length);
    }

    @Test
    void shouldReadAPeriodOfAClass() {
        DeliverySettings settings = DeliverySettings.of(Map.of("goodForCredit", "P2D", "service.pid", "ignored"));

        assertThat(settings.expiries().of(DataClass.CREDIT)).isEqualTo(Duration.ofDays(2));
        assertThat(settings.expiries().of(DataClass.SETTLEMENT)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void shouldNameTheSettingThatIsWrong() {
        refused(Map.of("goodForTea", "P2D"), "goodForTea");
        refused(Map.of("batch", "0"), "batch is 0");
        refused(Map.of("batch", "501"), "batch is 501");
        refused(Map.of("parallel", "many"), "parallel is \"many\"");
        refused(Map.of("pause", "often"), "pause is \"often\"");
        refused(Map.of("giveUpAfter", "P400D"), "giveUpAfter is P400D");
        refused(Map.of("breakAfter", "101"), "breakAfter is 101");
        refused(Map.of("goodForCredit", "PT1M"), "credit");
    }

    private static void refused(Map<String, String> settings, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeliverySettings.of(settings))
                .withMessageContaining(named);
    }
}
