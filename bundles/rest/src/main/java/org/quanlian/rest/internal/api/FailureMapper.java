package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.Problems;
import org.quanlian.rest.internal.http.TraceId;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everything that resources throw, and everything that JAX-RS refuses by itself, as a problem. */
public final class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final Problems problems;
    private final Refusals refusals;
    private final UnknownCallers callers;
    private final MessageCatalog texts = MessageCatalog.beside(FailureMapper.class);

    @Context
    private HttpServletRequest request;

    /**
     * @param problems tells problems in words
     * @param ports where refusals are written down, while that is there
     */
    public FailureMapper(Problems problems, Supplier<Optional<Api.Ports>> ports) {
        this.problems = problems;
        this.refusals = new Refusals(ports);
        this.callers = new UnknownCallers(ports);
    }

    @Override
    public Response toResponse(Throwable failure) {
        Throwable told = callers.first(request, failure);
        ProblemException problem = problemOf(told);
        refusals.note(request, problem);
        byte[] body = problems.tell(problem, (TraceId) request.getAttribute(TraceId.NAME));
        Response.ResponseBuilder response = Response.status(problem.kind().status())
                .type(Problems.MEDIA_TYPE)
                .header("Content-Length", body.length)
                .entity(body);
        if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        Duration wait = told instanceof RefusedException refused ? refused.retryAfter() : problem.retryAfter();
        if (!wait.isZero()) {
            response.header("Retry-After", wait.toSeconds());
        }
        return response.build();
    }

    private ProblemException problemOf(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof InvalidRequestException invalid) {
            return ProblemException.invalid(invalid.errors());
        }
        if (failure instanceof RefusedException refused) {
            return refusal(refused);
        }
        if (failure instanceof StoreUnavailableException) {
            LOG.warn("the store is not available", failure);
            return ProblemException.later(ProblemKind.SERVICE_UNAVAILABLE, "", Api.RETRY_STORE_AFTER);
        }
        if (failure instanceof InvalidValueException value) {
            // A value that only its use shows to be wrong, such as a cursor of another list.
            return ProblemException.told(ProblemKind.INVALID_PARAMETER, "value", value.reason());
        }
        if (failure instanceof NoValueException tooEarly) {
            return ProblemException.invalid(List.of(tooEarly(tooEarly)));
        }
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            return ProblemException.of(
                    ProblemKind.ofStatus(refusal.getResponse().getStatus()));
        }
        LOG.error("a request failed", failure);
        return ProblemException.of(ProblemKind.INTERNAL_ERROR);
    }

    private static ProblemException refusal(RefusedException refused) {
        ProblemKind kind =
                switch (refused.kind()) {
                    case NOT_FOUND -> ProblemKind.NOT_FOUND;
                    case FORBIDDEN -> ProblemKind.FORBIDDEN;
                    case CONFLICT -> ProblemKind.CONFLICT;
                    case STALE -> ProblemKind.PRECONDITION_FAILED;
                    case INVALID -> ProblemKind.INVALID_REQUEST;
                    case UNAUTHENTICATED -> ProblemKind.UNAUTHENTICATED;
                    case TOO_MANY -> ProblemKind.TOO_MANY_REQUESTS;
                };
        return kind == ProblemKind.INVALID_REQUEST
                ? ProblemException.invalid(List.of(new FieldError(refused.field(), refused.code(), refused.text())))
                : ProblemException.refused(kind, new ProblemException.Refusal(refused.code(), refused.text()));
    }

    private FieldError tooEarly(NoValueException failure) {
        LocalizedText message = texts.render("as-of.too-early", List.of(failure.day(), failure.firstDay()));
        return new FieldError("/asOf", "as-of.too-early", message);
    }
}
