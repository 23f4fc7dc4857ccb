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
    private final transient BodyReader bodies = new BodyReader(BODY_TIME_BOUND, System::nanoTime);

    /**
     * A door.
     *
     * @param inner what stands behind it
     * @param routes what is let in
     * @param problems tells what is not
     * @param observers are told of every request
     */
    public Gateway(
            Servlet inner, List<Route> routes, Problems problems, List<? extends ServedRequest.Observer> observers) {
        this.inner = inner;
        this.routes = new Route.Table(routes);
        this.problems = problems;
        this.observers = List.copyOf(observers);
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
            addHeaders(answer, trace);
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
                tell(ProblemException.of(ProblemKind.ofStatus(answer.refusal())), answer, trace);
            }
        } catch (ProblemException e) {
            tell(e, answer, trace);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            if (answer.isCommitted()) {
                // Too late to tell anybody: most likely the client has gone.
                LOG.info("an answer could not be sent to its end", e);
                return;
            }
            LOG.error("a request failed", e);
            tell(ProblemException.of(ProblemKind.INTERNAL_ERROR), answer, trace);
        }
    }

    private void letIn(HttpServletRequest request, ObservedResponse answer, Route route)
            throws IOException, ServletException {
        String method = request.getMethod();
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
        boolean hasBody = WITH_BODY.contains(method);
        if (hasBody && route.uploads()) {
            inner.service(AdmittedRequest.streaming(request), answer);
        } else {
            byte[] body = hasBody ? bodies.read(request, route.maxBodyBytes()) : new byte[0];
            inner.service(AdmittedRequest.of(request, body), answer);
        }
    }

    private void tell(ProblemException problem, ObservedResponse answer, TraceId trace) throws IOException {
        byte[] body = problems.tell(problem, trace);
        answer.resetBuffer();
        answer.setStatus(problem.kind().status());
        answer.setContentType(Problems.MEDIA_TYPE);
        answer.setContentLength(body.length);
        answer.setHeader("Cache-Control", "no-store");
        if (problem.kind().endsConnection()) {
            answer.setHeader("Connection", "close");
        }
        answer.getOutputStream().write(body);
    }

    private static void addHeaders(HttpServletResponse answer, TraceId trace) {
        answer.setHeader("X-Trace-Id", trace.value());
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cache-Control", "no-store");
    }

    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
