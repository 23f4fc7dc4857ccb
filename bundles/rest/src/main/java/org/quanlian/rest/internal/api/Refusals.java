package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.audit.Undertaking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what an account asked for and did not get, after its transaction was taken back and before it is told. What
 * strangers ask for is not written down, or they could fill the disk; logins that fail write themselves down.
 */
final class Refusals {
    /** The attribute of a request that holds its undertaking. */
    static final String UNDERTAKING = "org.quanlian.rest.undertaking";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int SERVER_ERRORS = 500;

    private final Supplier<Optional<Api.Ports>> ports;

    Refusals(Supplier<Optional<Api.Ports>> ports) {
        this.ports = ports;
    }

    /** Writes a refusal down, if somebody known was refused. */
    void note(HttpServletRequest request, ProblemException problem) {
        boolean known = request.getAttribute(UNDERTAKING) instanceof Undertaking undertaking
                && undertaking.who().isPresent();
        int status = problem.kind().status();
        // Who asks too often is not to make the trail longer by that.
        if (!known || status >= SERVER_ERRORS || problem.kind() == ProblemKind.TOO_MANY_REQUESTS) {
            return;
        }
        try {
            ports.get().ifPresent(at -> at.store().write(session -> {
                session.audit().refused(status, code(problem));
                return at;
            }));
        } catch (StoreUnavailableException e) {
            // Nothing was changed, and to answer otherwise would not bring the entry back.
            LOG.error("a refusal of status {} could not be written into the audit trail", status, e);
        }
    }

    private static String code(ProblemException problem) {
        return problem.refusal()
                .map(ProblemException.Refusal::code)
                .or(() -> problem.errors().stream().findFirst().map(error -> error.code()))
                .orElseGet(() -> problem.kind().slug());
    }
}
