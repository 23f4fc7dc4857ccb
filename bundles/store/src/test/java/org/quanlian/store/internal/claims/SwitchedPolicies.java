package org.quanlian.store.internal.claims;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.StandaloneEngine;

/** Policies that a test takes away, or exchanges for others of the same name. */
final class SwitchedPolicies implements PolicyRegistry, AssessmentService {
    private final StandaloneEngine engine;
    private boolean present = true;
    private UnaryOperator<PolicyVersion> change = version -> version;

    SwitchedPolicies(StandaloneEngine engine) {
        this.engine = engine;
    }

    void takeAway() {
        present = false;
    }

    void bringBack() {
        present = true;
        change = version -> version;
    }

    void exchange(UnaryOperator<PolicyVersion> by) {
        change = by;
    }

    @Override
    public List<PolicyVersion> versions() {
        return present ? engine.versions().stream().map(change).toList() : List.of();
    }

    @Override
    public Decision assess(PolicyKey pinned, Claim claim) {
        if (!present) {
            throw new PolicyNotFoundException(pinned);
        }
        return engine.assess(pinned, claim);
    }

    @Override
    public Decision assess(Area province, int year, Claim claim) {
        throw Fake.unexpected("assess by whatever is current");
    }

    @Override
    public boolean await(PolicyKey key, boolean awaited, Duration bound) {
        throw Fake.unexpected("await");
    }

    @Override
    public List<AgreementDescriptor> agreements() {
        return engine.agreements();
    }

    @Override
    public List<RefusedPack> refused() {
        return engine.refused();
    }
}
