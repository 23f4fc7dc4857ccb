package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionWriter;
import org.quanlian.wire.PolicyView;
import org.quanlian.wire.PolicyWriter;

/** The policies on the node, and the assessment of claims by them. Public and stateless: it stores nothing. */
@Path("/policies")
public final class PolicyResource {
    static final String JSON = "application/json";

    private final PolicyRegistry registry;
    private final AssessmentService assessments;
    private final Consumer<Decision> observer;
    private final ClaimReader claims = new ClaimReader();
    private final DecisionWriter decisions = new DecisionWriter();
    private final PolicyWriter policies = new PolicyWriter();

    /**
     * Makes the resource.
     *
     * @param observer is told of every decision
     */
    public PolicyResource(PolicyRegistry registry, AssessmentService assessments, Consumer<Decision> observer) {
        this.registry = registry;
        this.assessments = assessments;
        this.observer = observer;
    }

    /** A page of the policy versions on the node, by province, year and version. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor");
        int limit = query.limit();
        Optional<PolicyKey> after = query.cursor().map(PageCursor::after);
        List<PolicyVersion> rest = registry.versions().stream()
                .filter(version -> after.isEmpty() || keyOf(version).compareTo(after.get()) > 0)
                .sorted((one, other) -> keyOf(one).compareTo(keyOf(other)))
                .limit(limit + 1L)
                .toList();
        List<PolicyVersion> page = rest.subList(0, Math.min(limit, rest.size()));
        Optional<String> next = rest.size() > limit
                ? Optional.of(new PageCursor(keyOf(page.get(limit - 1))).toString())
                : Optional.empty();
        byte[] body = policies.writeList(page.stream().map(PolicyResource::view).toList(), next);
        return new Representation(body, JSON).answer(request);
    }

    /** One policy version: the current one of a province's year, or the one asked for. */
    @GET
    @Path("{province}/{year}")
    @Produces(JSON)
    public Response one(
            @PathParam("province") String province,
            @PathParam("year") String year,
            @Context HttpServletRequest request) {
        ProgrammePath path = ProgrammePath.parse(province, year);
        Optional<Version> wanted = Query.of(request, "version").version();
        PolicyVersion found = registry.versions().stream()
                .filter(version -> keyOf(version).province().equals(path.province()))
                .filter(version -> keyOf(version).year() == path.year())
                .filter(version -> wanted.isEmpty()
                        ? version.current()
                        : keyOf(version).version().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> path.notFound(wanted));
        return new Representation(policies.write(view(found)), JSON).answer(request);
    }

    /** Decides a claim by the current version of a province's year, or by exactly the one asked for. */
    @POST
    @Path("{province}/{year}/assessments")
    @Produces(JSON)
    public Response assess(
            @PathParam("province") String province,
            @PathParam("year") String year,
            @Context HttpServletRequest request,
            byte[] body) {
        ProgrammePath path = ProgrammePath.parse(province, year);
        Optional<Version> wanted = Query.of(request, "version").version();
        Claim claim = claims.read(body);
        Decision decision;
        try {
            decision = wanted.isPresent()
                    ? assessments.assess(path.version(wanted.get()), claim)
                    : assessments.assess(path.province(), path.year(), claim);
        } catch (PolicyNotFoundException e) {
            throw path.notFound(wanted);
        }
        observer.accept(decision);
        byte[] json = decisions.write(decision);
        return Response.ok(json)
                .type(JSON)
                .header("Content-Length", json.length)
                .build();
    }

    private static PolicyKey keyOf(PolicyVersion version) {
        return version.descriptor().key();
    }

    private static PolicyView view(PolicyVersion version) {
        return new PolicyView(
                version.descriptor(), version.digest(), version.parameters(), version.rules(), version.current());
    }
}
