package org.quanlian.policy.engine;

import java.util.List;
import org.quanlian.policy.api.AgreementDescriptor;

/** The policy versions and agreements that are on the node now. */
public interface PolicyRegistry {
    /** Every version that can decide claims, by province, year and version. */
    List<PolicyVersion> versions();

    /** The agreements in force, by name. */
    List<AgreementDescriptor> agreements();

    /** Packs that are on the node and were refused. */
    List<RefusedPack> refused();
}
