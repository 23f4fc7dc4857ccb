package org.quanlian.agreements.hainanshanxi.osgi;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.policy.api.Agreement;

/** Offers the agreement to the node; a parameter file that is wrong refuses the bundle's start, naming the key. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Agreement agreement = new HainanShanxi();
        context.registerService(
                Agreement.class,
                agreement,
                FrameworkUtil.asDictionary(agreement.descriptor().serviceProperties()));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
