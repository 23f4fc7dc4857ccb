package org.quanlian.policy.engine;

import java.time.Duration;
import java.util.List;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.PolicyKey;

/** The policy versions and agreements that are on the node now. */
public interface PolicyRegistry {
    /** Every version that can decide claims, by province, year and version. */
    List<PolicyVersion> versions();

    /**
     * Waits until a version is there, or is gone.
     *
     * @param present whether it is awaited to be there
     * @param bound the longest wait
     * @return whether it came to be so in time
     */
    boolean await(PolicyKey key, boolean present, Duration bound) throws InterruptedException;

    /** The agreements in force, by name. */
    List<AgreementDescriptor> agreements();

    /** Packs that are on the node and were refused. */
    List<RefusedPack> refused();
}
