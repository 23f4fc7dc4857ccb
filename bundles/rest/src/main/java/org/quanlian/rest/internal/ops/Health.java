package org.quanlian.rest.internal.ops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyRegistry;

/** How the node is, for those who run it. */
public final class Health {
    private static final JsonFactory JSON = new JsonFactory();

    private final PolicyRegistry registry;
    private final Supplier<List<ReadinessCheck>> parts;
    private final BooleanSupplier overloaded;
    private final MessageCatalog texts = MessageCatalog.beside(Health.class);

    /**
     * @param registry knows the policies
     * @param parts the parts of the node that say for themselves whether they can serve, as they are now
     * @param overloaded whether requests were refused just now because there were too many
     */
    public Health(PolicyRegistry registry, Supplier<List<ReadinessCheck>> parts, BooleanSupplier overloaded) {
        this.registry = registry;
        this.parts = parts;
        this.overloaded = overloaded;
    }

    /** Whether the process answers at all. */
    public Report live() {
        return new Report(List.of(check("process", State.UP)));
    }

    /** Whether the node can serve: decide claims, and whatever its parts do. */
    public Report ready() {
        long inForce = registry.versions().stream()
                .filter(version -> version.descriptor().status() == Status.IN_FORCE)
                .count();
        int refused = registry.refused().size();
        List<Check> checks = new ArrayList<>();
        checks.add(inForce > 0 ? check("policies", State.UP, inForce) : check("policies", State.DOWN));
        checks.add(refused == 0 ? check("packs", State.UP) : check("packs", State.WARNING, refused));
        // It serves as much as it bears, so it is not down: to take it away would leave more for the others.
        checks.add(check("load", overloaded.getAsBoolean() ? State.WARNING : State.UP));
        for (ReadinessCheck part : parts.get()) {
            Readiness found = part.check();
            checks.add(new Check(part.name(), found.state(), found.message()));
        }
        return new Report(checks);
    }

    private Check check(String name, State state, Object... arguments) {
        String key = name + "." + state.name().toLowerCase(Locale.ROOT);
        return new Check(name, state, texts.render(key, List.of(arguments)));
    }

    /** One thing that was looked at. */
    record Check(String name, State state, LocalizedText message) {}

    /** Everything that was looked at. */
    record Report(List<Check> checks) {
        Report {
            checks = List.copyOf(checks);
        }

        /** Whether requests can be served. */
        boolean isUp() {
            return checks.stream().noneMatch(check -> check.state() == State.DOWN);
        }

        byte[] json() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("status", (isUp() ? State.UP : State.DOWN).name());
                json.writeArrayFieldStart("checks");
                for (Check check : checks) {
                    json.writeStartObject();
                    json.writeStringField("name", check.name());
                    json.writeStringField("status", check.state().name());
                    json.writeObjectFieldStart("message");
                    json.writeStringField("zh-CN", check.message().zh());
                    json.writeStringField("en", check.message().en());
                    json.writeEndObject();
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }
}
