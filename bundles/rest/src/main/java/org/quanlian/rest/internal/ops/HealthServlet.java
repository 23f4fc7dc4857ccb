package org.quanlian.rest.internal.ops;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers a question about the node's health: 200, or 503 with the reason. */
public final class HealthServlet extends HttpServlet {
    private static final int UNAVAILABLE = 503;

    private final transient Supplier<Health.Report> question;

    private HealthServlet(Supplier<Health.Report> question) {
        this.question = question;
    }

    /** Whether the process answers at all. */
    public static HealthServlet live(Health health) {
        return new HealthServlet(health::live);
    }

    /** Whether the node can decide claims. */
    public static HealthServlet ready(Health health) {
        return new HealthServlet(health::ready);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Health.Report report = question.get();
        byte[] body = report.json();
        response.setStatus(report.isUp() ? HttpServletResponse.SC_OK : UNAVAILABLE);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
