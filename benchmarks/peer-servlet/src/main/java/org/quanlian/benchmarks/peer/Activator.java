package org.quanlian.benchmarks.peer;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Puts the servlet into the web container that is there. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws IOException {
        context.registerService(
                Servlet.class,
                new PeerServlet(new PeerAnswer()),
                FrameworkUtil.asDictionary(Map.of(
                        "osgi.http.whiteboard.servlet.name",
                        "benchmarks-peer",
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {"/benchmarks/assessments"})));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the servlet back.
    }
}
