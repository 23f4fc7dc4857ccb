package org.quanlian.benchmarks.peer;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that does as little as a servlet can do to answer JSON with JSON. */
final class PeerServlet extends HttpServlet {
    private final transient PeerAnswer answer;

    PeerServlet(PeerAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = answer.to(request.getInputStream());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
