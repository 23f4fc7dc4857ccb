package org.quanlian.policy.engine;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.internal.AgreementTable;
import org.quanlian.policy.engine.internal.LeasedAssessments;
import org.quanlian.policy.engine.internal.PolicyTable;

/** The registry and the assessment without a framework: for the command line, tests and simulations. */
public final class StandaloneEngine implements PolicyRegistry, AssessmentService {
    private final PolicyTable policies = new PolicyTable(Duration.ZERO);
    private final AgreementTable agreements = new AgreementTable();
    private final AssessmentService assessments = new LeasedAssessments(policies, agreements);

    /** An engine that knows the given packs and agreements, and never others. */
    public StandaloneEngine(Iterable<PolicyPack> packs, Iterable<Agreement> agreements) {
        long id = 0;
        for (PolicyPack pack : packs) {
            this.policies.add(
                    id++, pack, ContentDigest.of(origin(pack)), origin(pack).toString());
        }
        for (Agreement agreement : agreements) {
            this.agreements.add(id++, agreement);
        }
    }

    @Override
    public List<PolicyVersion> versions() {
        return policies.versions();
    }

    @Override
    public boolean await(PolicyKey key, boolean present, Duration bound) throws InterruptedException {
        return policies.await(key, present, bound);
    }

    @Override
    public List<AgreementDescriptor> agreements() {
        return agreements.descriptors();
    }

    @Override
    public List<RefusedPack> refused() {
        return policies.refused();
    }

    @Override
    public Decision assess(Area province, int year, Claim claim) {
        return assessments.assess(province, year, claim);
    }

    @Override
    public Decision assess(PolicyKey pinned, Claim claim) {
        return assessments.assess(pinned, claim);
    }

    private static Path origin(PolicyPack pack) {
        try {
            return Path.of(pack.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the pack " + pack.descriptor().key() + " comes from no file", e);
        }
    }
}
