package org.quanlian.rest.internal.api;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.http.Sources;
import org.quanlian.rest.internal.http.TraceId;
import org.quanlian.vouchers.audit.Undertaking;

/**
 * Makes each request an undertaking: whatever is written while it is served, in however many transactions and by whatever
 * part of the node, is written down as that request's.
 */
public final class AuditedServlet extends GenericServlet {
    private final transient Servlet inner;
    private final transient Supplier<Optional<Api.Ports>> ports;

    /**
     * @param inner serves the requests
     * @param ports what is there while the database is; without it nothing is written
     */
    public AuditedServlet(Servlet inner, Supplier<Optional<Api.Ports>> ports) {
        this.inner = inner;
        this.ports = ports;
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
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        Optional<Api.Ports> at = ports.get();
        if (at.isEmpty()) {
            inner.service(request, response);
            return;
        }
        Undertaking undertaking = undertaking(at.get(), (HttpServletRequest) request);
        request.setAttribute(Refusals.UNDERTAKING, undertaking);
        Undertaking.Scope scope = at.get().store().during(undertaking);
        try {
            inner.service(request, response);
        } finally {
            scope.end();
        }
    }

    private static Undertaking undertaking(Api.Ports at, HttpServletRequest request) {
        return Undertaking.asked(
                request.getMethod() + " " + request.getAttribute(Route.TEMPLATE),
                request.getRequestURI(),
                at.identity().addresses().apply(Sources.of(request)),
                String.valueOf(request.getAttribute(TraceId.NAME)));
    }
}
