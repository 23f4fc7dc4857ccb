package org.quanlian.clock.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
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

    /** The setting, and the property of the service: how far the clock is from that of the machine. */
    static final String OFFSET = "offset";

    private static final Logger LOG = LoggerFactory.getLogger(ClockComponent.class);

    private final MessageCatalog texts = MessageCatalog.beside(ClockComponent.class);
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final ServiceRegistration<Clock> offered;
    private final ServiceRegistration<ReadinessCheck> checked;

    /**
     * Offers the clock.
     *
     * @throws IllegalArgumentException naming the setting, when {@code offset} is no duration: a node without a clock
     *     does not work, which is better than one that works at a wrong time
     */
    @Activate
    public ClockComponent(BundleContext context, Map<String, Object> configuration) {
        offered = context.registerService(Clock.class, clock, move(configuration));
        checked = context.registerService(ReadinessCheck.class, this, null);
    }

    @Modified
    void moved(Map<String, Object> configuration) {
        // Whoever keeps the trail is told by the property, as all who take the clock are.
        offered.setProperties(move(configuration));
    }

    @Deactivate
    void stop() {
        checked.unregister();
        offered.unregister();
    }

    /** Moves the clock; answers the properties with which it is offered. */
    private Dictionary<String, Object> move(Map<String, Object> configuration) {
        Duration offset = offset(configuration);
        clock.moveTo(offset);
        if (clock.isMoved()) {
            LOG.warn("This is a practice node: its time is {}", now());
        }
        return FrameworkUtil.asDictionary(Map.of(OFFSET, offset.toString()));
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
        Object told = configuration.getOrDefault(OFFSET, "");
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
