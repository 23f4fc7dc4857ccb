package org.quanlian.clock.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.model.ChinaTime;
import org.quanlian.policy.api.MessageCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the node's clock. With {@code offset} in {@code etc/org.quanlian.clock.cfg}, an ISO 8601 duration, it is a
 * practice clock; the file may change while the node works.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = ClockComponent.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class ClockComponent implements ReadinessCheck {
    /** The name of the configuration. */
    static final String PID = "org.quanlian.clock";

    private static final Logger LOG = LoggerFactory.getLogger(ClockComponent.class);

    private final MessageCatalog texts = MessageCatalog.beside(ClockComponent.class);
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final List<ServiceRegistration<?>> registrations;

    /**
     * Offers the clock.
     *
     * @throws IllegalArgumentException naming the setting, when {@code offset} is no duration: a node without a clock
     *     does not work, which is better than one that works at a wrong time
     */
    @Activate
    public ClockComponent(BundleContext context, Map<String, Object> configuration) {
        move(configuration);
        registrations = List.of(
                context.registerService(Clock.class, clock, null),
                context.registerService(ReadinessCheck.class, this, null));
    }

    @Modified
    void move(Map<String, Object> configuration) {
        clock.moveTo(offset(configuration));
        if (clock.isMoved()) {
            LOG.warn("This is a practice node: its time is {}", now());
        }
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Readiness check() {
        return clock.isMoved()
                ? new Readiness(State.WARNING, texts.render("clock.practice", List.of(now())))
                : new Readiness(State.UP, texts.render("clock.real", List.of(now())));
    }

    private String now() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(ChinaTime.ZONE));
    }

    private static Duration offset(Map<String, Object> configuration) {
        Object told = configuration.getOrDefault("offset", "");
        try {
            return told.toString().isBlank()
                    ? Duration.ZERO
                    : Duration.parse(told.toString().strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "offset in etc/" + PID + ".cfg is an ISO 8601 duration such as PT-3600S, not " + told, e);
        }
    }
}
