package org.quanlian.rest.internal.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.http.Admission;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.ServedRequest;

/**
 * The measures of the node. No label ever holds what a stranger chose: paths are route templates, unknown methods are
 * {@code OTHER}, policies are those that decided.
 */
public final class NodeMetrics implements ServedRequest.Observer, AutoCloseable {
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /**
     * @param registry knows the policies; asked at each scrape
     * @param admission knows what is at work; asked at each scrape
     */
    public NodeMetrics(PolicyRegistry registry, Admission admission) {
        new JvmMemoryMetrics().bindTo(meters);
        gc.bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ClassLoaderMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        Gauge.builder("quanlian.policies.in.force", registry, NodeMetrics::inForce)
                .description("Policy versions that are in force.")
                .strongReference(true)
                .register(meters);
        Gauge.builder("quanlian.packs.refused", registry, known -> known.refused()
                        .size())
                .description("Policy packs that were refused and decide nothing.")
                .strongReference(true)
                .register(meters);
        for (Work work : Work.values()) {
            Tags lane = Tags.of("lane", work.name().toLowerCase(Locale.ROOT));
            Gauge.builder("quanlian.requests.at.work", admission, known -> known.load(work)
                            .atWork())
                    .description("Requests at work, by lane.")
                    .tags(lane)
                    .strongReference(true)
                    .register(meters);
            Gauge.builder("quanlian.requests.waiting", admission, known -> known.load(work)
                            .waiting())
                    .description("Requests that wait for a place, by lane.")
                    .tags(lane)
                    .strongReference(true)
                    .register(meters);
            FunctionCounter.builder("quanlian.requests.refused", admission, known -> known.load(work)
                            .refused())
                    .description("Requests that found no place, by lane.")
                    .tags(lane)
                    .register(meters);
        }
    }

    @Override
    public void served(ServedRequest request) {
        Timer.builder("http.server.requests")
                .description("Requests answered, by method, route and status.")
                .serviceLevelObjectives(LATENCIES)
                .tag("method", request.method())
                .tag("route", request.route())
                .tag("status", Integer.toString(request.status()))
                .register(meters)
                .record(request.time());
    }

    /** Counts a decision. */
    public void decided(Decision decision) {
        PolicyKey policy = decision.policy();
        Tags tags = Tags.of(
                "province", policy.province().code(),
                "year", Integer.toString(policy.year()),
                "version", policy.version().toString(),
                "outcome", decision.outcome().name());
        meters.counter("quanlian.assessments", tags).increment();
    }

    /** All measures, in the text format of Prometheus. */
    public String scrape() {
        return meters.scrape();
    }

    @Override
    public void close() {
        gc.close();
        meters.close();
    }

    private static double inForce(PolicyRegistry registry) {
        return registry.versions().stream()
                .filter(version -> version.descriptor().status() == Status.IN_FORCE)
                .count();
    }
}
