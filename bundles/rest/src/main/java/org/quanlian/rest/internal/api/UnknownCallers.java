package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.audit.Undertaking;

/**
 * Those who sent something before it was known who they are: a body is read before the transaction in which the token is
 * looked at. What is wrong with the body is told to nobody whose token is wrong; they hear of the token alone.
 */
final class UnknownCallers {
    private final Supplier<Optional<Api.Ports>> ports;

    UnknownCallers(Supplier<Optional<Api.Ports>> ports) {
        this.ports = ports;
    }

    /** What a caller is told first, of what failed and what is wrong with its token. */
    Throwable first(HttpServletRequest request, Throwable failure) {
        boolean closed = Boolean.TRUE.equals(request.getAttribute(Route.CLOSED));
        boolean known = request.getAttribute(Refusals.UNDERTAKING) instanceof Undertaking undertaking
                && undertaking.who().isPresent();
        if (!closed || known || isOfTheToken(failure) || failure instanceof StoreUnavailableException) {
            return failure;
        }
        try {
            ports.get().ifPresent(at -> at.store().read(session -> Api.caller(at, session, request)));
            return failure;
        } catch (ProblemException | RefusedException | StoreUnavailableException e) {
            return e;
        }
    }

    private static boolean isOfTheToken(Throwable failure) {
        return (failure instanceof ProblemException problem && problem.kind() == ProblemKind.UNAUTHENTICATED)
                || (failure instanceof RefusedException refused && refused.kind() == Kind.UNAUTHENTICATED);
    }
}
