package org.quanlian.policies.shanxi2025.osgi;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.PolicyPack;

/** Offers the pack to the node; a parameter file that is wrong refuses the bundle's start, naming the key. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        PolicyPack pack = new Shanxi2025();
        context.registerService(
                PolicyPack.class,
                pack,
                FrameworkUtil.asDictionary(pack.descriptor().key().serviceProperties()));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back, and that waits for the assessments in flight.
    }
}
