package org.quanlian.rest.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.vouchers.accounts.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The door before a servlet: it names each request, lets in what has a route, and tells every refusal and failure as a
 * problem, so that nothing behind it, nor the container, answers strangers in its own words.
 */
public final class Gateway extends HttpServlet {
    /** The longest that the body of a request may take to arrive. */
    public static final Duration BODY_TIME_BOUND = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final int NO_CONTENT = 204;

    private final transient Servlet inner;
    private final transient Route.Table routes;
    private final transient Problems problems;
    private final transient List<ServedRequest.Observer> observers;
    private final transient Admission admission;
    private final transient Function<Source, String> sources;
    private final transient BodyReader bodies = new BodyReader(BODY_TIME_BOUND, System::nanoTime);

    /**
     * A door.
     *
     * @param inner what stands behind it
     * @param routes what is let in
     * @param problems tells what is not
     * @param observers are told of every request
     * @param admission bounds how much is let in, together with the other doors
     * @param sources tells where a request comes from, for counting
     */
    public Gateway(
            Servlet inner,
            List<Route> routes,
            Problems problems,
            List<? extends ServedRequest.Observer> observers,
            Admission admission,
            Function<Source, String> sources) {
        this.inner = inner;
        this.routes = new Route.Table(routes);
        this.problems = problems;
        this.observers = List.copyOf(observers);
        this.admission = admission;
        this.sources = sources;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        inner.init(config);
    }

    @Override
    public void destroy() {
        inner.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        TraceId trace = TraceId.continuing(request.getHeader("traceparent"));
        ObservedResponse answer = new ObservedResponse(response);
        Route route = routes.find(pathOf(request)).orElse(null);
        MDC.put(TraceId.NAME, trace.value());
        try {
            request.setAttribute(TraceId.NAME, trace);
            SafetyHeaders.add(request, answer);
            answer.setHeader("X-Trace-Id", trace.value());
            serve(request, answer, route, trace);
        } finally {
            ServedRequest served = new ServedRequest(
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    route == null ? Route.UNMATCHED : route.template(),
                    answer.getStatus(),
                    Duration.ofNanos(System.nanoTime() - start),
                    request.getMethod().equals("HEAD") ? 0 : answer.bytes(),
                    trace);
            observers.forEach(observer -> observer.served(served));
            MDC.remove(TraceId.NAME);
        }
    }

    private void serve(HttpServletRequest request, ObservedResponse answer, Route route, TraceId trace)
            throws IOException {
        try {
            letIn(request, answer, route);
            if (answer.refusal() != 0) {
                tell(ProblemException.of(ProblemKind.ofStatus(answer.refusal())), request, answer, trace);
            }
        } catch (ProblemException e) {
            tell(e, request, answer, trace);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            if (answer.isCommitted()) {
                // Too late to tell anybody: most likely the client has gone.
                LOG.info("an answer could not be sent to its end", e);
                return;
            }
            LOG.error("a request failed", e);
            tell(ProblemException.of(ProblemKind.INTERNAL_ERROR), request, answer, trace);
        }
    }

    private void letIn(HttpServletRequest request, ObservedResponse answer, Route route)
            throws IOException, ServletException {
        String method = request.getMethod();
        String source = sources.apply(Sources.of(request));
        if (route == null || route.work() != Work.OPERATIONS) {
            admission.count(source);
        }
        if (!METHODS.contains(method)) {
            throw ProblemException.of(ProblemKind.METHOD_NOT_IMPLEMENTED);
        }
        if (route == null) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        if (method.equals("OPTIONS")) {
            answer.setHeader("Allow", route.allow());
            answer.setStatus(NO_CONTENT);
            return;
        }
        if (!route.methods().contains(method.equals("HEAD") ? "GET" : method)) {
            answer.setHeader("Allow", route.allow());
            throw ProblemException.of(ProblemKind.METHOD_NOT_ALLOWED, route.allow());
        }
        request.setAttribute(Route.TEMPLATE, route.template());
        request.setAttribute(Route.CLOSED, !route.open() && WITH_BODY.contains(method));
        serveInLane(admit(request, route, source), answer, route.workOf(WITH_BODY.contains(method)));
    }

    /** The request with its body, which no place in a lane waits for; of nobody's body not a byte is read. */
    private AdmittedRequest admit(HttpServletRequest request, Route route, String source) {
        if (!WITH_BODY.contains(request.getMethod())) {
            return AdmittedRequest.of(request, new byte[0]);
        }
        if (!route.open() && request.getHeader("Authorization") == null) {
            throw ProblemException.of(ProblemKind.UNAUTHENTICATED);
        }
        if (route.uploads()) {
            return AdmittedRequest.streaming(request);
        }
        Lane.Place place = admission.receive(source);
        try {
            return AdmittedRequest.of(request, bodies.read(request, route.maxBodyBytes()));
        } finally {
            place.leave();
        }
    }

    private void serveInLane(AdmittedRequest request, ObservedResponse answer, Work work)
            throws IOException, ServletException {
        Lane.Place place = admission.enter(work);
        try {
            inner.service(request, answer);
        } finally {
            place.leave();
        }
    }

    private void tell(ProblemException problem, HttpServletRequest request, ObservedResponse answer, TraceId trace)
            throws IOException {
        byte[] body = problems.tell(problem, trace);
        answer.resetBuffer();
        answer.setStatus(problem.kind().status());
        answer.setContentType(Problems.MEDIA_TYPE);
        answer.setContentLength(body.length);
        answer.setHeader("Cache-Control", "no-store");
        if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
            answer.setHeader("WWW-Authenticate", "Bearer");
        }
        if (!problem.retryAfter().isZero()) {
            answer.setHeader("Retry-After", Long.toString(problem.retryAfter().toSeconds()));
        }
        if (problem.kind().endsConnection() || hasBody(request)) {
            answer.setHeader("Connection", "close");
        }
        answer.getOutputStream().write(body);
    }

    /** A body that was perhaps not read: the container would close the connection without a word, under the next request. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
