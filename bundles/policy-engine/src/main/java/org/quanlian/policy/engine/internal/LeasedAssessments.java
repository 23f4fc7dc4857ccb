package org.quanlian.policy.engine.internal;

import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.AssessmentService;

/** Assessment under a lease: the version that begins a decision also ends it. */
public final class LeasedAssessments implements AssessmentService {
    private final PolicyTable policies;
    private final AgreementTable agreements;

    /** Assessment by the packs of one table and the agreements of another. */
    public LeasedAssessments(PolicyTable policies, AgreementTable agreements) {
        this.policies = policies;
        this.agreements = agreements;
    }

    @Override
    public Decision assess(Area province, int year, Claim claim) {
        try (PolicyLease lease = policies.leaseCurrent(province, year)) {
            return lease.pack().assess(claim, agreements.circumstances());
        }
    }

    @Override
    public Decision assess(PolicyKey pinned, Claim claim) {
        try (PolicyLease lease = policies.leasePinned(pinned)) {
            return lease.pack().assess(claim, agreements.circumstances());
        }
    }
}
