package org.quanlian.rest.internal;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.AuditedServlet;
import org.quanlian.rest.internal.api.FailureMapper;
import org.quanlian.rest.internal.api.JaxRsServlet;
import org.quanlian.rest.internal.api.OpenApiResource;
import org.quanlian.rest.internal.api.PolicyResource;
import org.quanlian.rest.internal.http.AccessLog;
import org.quanlian.rest.internal.http.Admission;
import org.quanlian.rest.internal.http.Gateway;
import org.quanlian.rest.internal.http.Problems;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.http.ServedRequest;
import org.quanlian.rest.internal.ops.Health;
import org.quanlian.rest.internal.ops.HealthServlet;
import org.quanlian.rest.internal.ops.MetricsServlet;
import org.quanlian.rest.internal.ops.NodeMetrics;
import org.quanlian.rest.internal.papers.Printshop;
import org.quanlian.rest.internal.vouchers.VoucherInterface;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.VoucherYear;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.Authenticator;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.accounts.Source;
import org.quanlian.wire.ClaimReader;

/** Everything that the node answers over HTTP, put together: each endpoint a servlet behind its {@link Gateway}. */
public final class RestNode implements AutoCloseable {
    /** Every path that is answered. */
    public static final List<Route> ROUTES = Stream.concat(
                    Stream.of(
                            Route.reading("/api/v1/policies"),
                            Route.reading("/api/v1/policies/{province}/{year}"),
                            Route.posting("/api/v1/policies/{province}/{year}/assessments", ClaimReader.MAX_BYTES)
                                    .openly(),
                            Route.reading("/api/v1/openapi.yaml"),
                            Route.reading("/health/live").as(Work.OPERATIONS),
                            Route.reading("/health/ready").as(Work.OPERATIONS),
                            Route.reading("/metrics").as(Work.OPERATIONS)),
                    VoucherInterface.ROUTES.stream())
            .toList();

    private final NodeMetrics metrics;
    private final JaxRsServlet jaxRs;
    private final List<Endpoint> endpoints;

    /**
     * Starts the node's HTTP side; {@link #close()} ends it.
     *
     * @param platform what every use case stands on
     * @param ports the store and who guards it, while they are there
     * @param parts the parts of the node that say whether they can serve, as they are now
     * @param admission bounds how much is let in
     * @param sources tells where a request comes from, for counting
     * @param shop prints and reads papers
     */
    public RestNode(
            Platform platform,
            Supplier<Optional<Api.Ports>> ports,
            Supplier<List<ReadinessCheck>> parts,
            Admission admission,
            Function<Source, String> sources,
            Printshop shop) {
        PolicyRegistry registry = platform.policies();
        Problems problems = new Problems();
        metrics = new NodeMetrics(registry, admission);
        List<ServedRequest.Observer> observers = List.of(metrics, new AccessLog());
        List<Object> resources = new ArrayList<>();
        resources.add(new PolicyResource(registry, platform.assessments(), metrics::decided));
        resources.add(new OpenApiResource());
        resources.addAll(VoucherInterface.resources(
                new Api(() -> ports.get().map(at -> counted(at, admission)), platform.clock()),
                new VoucherYear(platform),
                shop));
        jaxRs = new JaxRsServlet(resources, List.of(new FailureMapper(problems, ports)));
        Health health = new Health(registry, parts, admission::isOverloaded);
        BiFunction<Servlet, List<Route>, Gateway> door =
                (servlet, routes) -> new Gateway(servlet, routes, problems, observers, admission, sources);
        endpoints = List.of(
                new Endpoint(
                        "api", List.of("/api/v1/*"), 0, door.apply(new AuditedServlet(jaxRs.servlet(), ports), ROUTES)),
                new Endpoint("health-live", List.of("/health/live"), 0, door.apply(HealthServlet.live(health), ROUTES)),
                new Endpoint(
                        "health-ready", List.of("/health/ready"), 0, door.apply(HealthServlet.ready(health), ROUTES)),
                new Endpoint("metrics", List.of("/metrics"), 0, door.apply(new MetricsServlet(metrics), ROUTES)),
                new Endpoint(
                        "nothing",
                        List.of("/api/*", "/health/*", "/"),
                        Integer.MIN_VALUE,
                        door.apply(new Nothing(), List.of())));
    }

    /** What is to be registered with the servlet container. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        jaxRs.close();
        metrics.close();
    }

    /** The same ports, by which every caller is counted once it is known. */
    private static Api.Ports counted(Api.Ports at, Admission admission) {
        Identity identity = at.identity();
        Authenticator counting = (session, token) -> {
            Actor actor = identity.authenticator().authenticate(session, token);
            admission.countAccount(actor.account().value());
            return actor;
        };
        return new Api.Ports(
                at.store(),
                new Identity(
                        counting, identity.signIn(), identity.provider(), identity.passwords(), identity.addresses()));
    }

    /**
     * One servlet with its place.
     *
     * @param name name of the servlet in the container
     * @param patterns the paths that it takes, as servlet patterns
     * @param ranking whether it goes before others that take the same pattern: the highest does
     * @param servlet the servlet
     */
    public record Endpoint(String name, List<String> patterns, int ranking, Servlet servlet) {
        public Endpoint {
            patterns = List.copyOf(patterns);
        }
    }

    /** Stands behind a gateway that lets nothing in. */
    private static final class Nothing extends GenericServlet {
        @Override
        public void service(ServletRequest request, ServletResponse response) {
            throw new IllegalStateException("no route leads here");
        }
    }
}
