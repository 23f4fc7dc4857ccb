package org.quanlian.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the merged bundle has to do by itself, with no jar beside it but the logging API. */
class MergedMetricsTest {
    @Test
    void shouldExposeCountersAndPercentiles_asPrometheusText() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Counter.builder("claims").tag("outcome", "ELIGIBLE").register(registry).increment(3);
        Timer.builder("assessment").publishPercentiles(0.5).register(registry).record(Duration.ofMillis(20));

        assertThat(registry.scrape())
                .contains("claims_total{outcome=\"ELIGIBLE\"} 3.0")
                .contains("assessment_seconds_count 1")
                .contains("assessment_seconds{quantile=\"0.5\"}");
    }

    @Test
    void shouldHoldAllItNeeds_whenNoOriginalJarIsThere() throws IOException, ReflectiveOperationException {
        URL merged = Path.of("target", "classes").toUri().toURL();
        URL logging =
                org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {merged, logging}, ClassLoader.getPlatformClassLoader())) {
            Class<?> config = alone.loadClass(PrometheusConfig.class.getName());
            Object registry = alone.loadClass(PrometheusMeterRegistry.class.getName())
                    .getConstructor(config)
                    .newInstance(config.getField("DEFAULT").get(null));

            Object text = registry.getClass().getMethod("scrape").invoke(registry);

            assertThat(registry.getClass().getClassLoader()).isSameAs(alone);
            assertThat(text).isEqualTo("");
        }
    }
}
