package org.quanlian.rest;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.StandaloneEngine;

/** Policy engines for tests: the real one, and ones that stand in situations which are hard to bring about. */
final class Engines {
    private Engines() {}

    /** The real engine with Shanxi 2025 and the agreement with Hainan. */
    static StandaloneEngine shanxi() {
        return new StandaloneEngine(List.of(new Shanxi2025()), List.of(new HainanShanxi()));
    }

    /** A registry of the given versions and refusals. */
    static PolicyRegistry knowing(List<PolicyVersion> versions, List<RefusedPack> refused) {
        return new PolicyRegistry() {
            @Override
            public List<PolicyVersion> versions() {
                return versions;
            }

            @Override
            public boolean await(PolicyKey key, boolean present, Duration bound) {
                return versions.stream()
                                .anyMatch(version -> version.descriptor().key().equals(key))
                        == present;
            }

            @Override
            public List<AgreementDescriptor> agreements() {
                return List.of();
            }

            @Override
            public List<RefusedPack> refused() {
                return refused;
            }
        };
    }

    /** Shanxi 2025 under another name. */
    static PolicyVersion version(String province, int year, String version, Status status, boolean current) {
        PolicyVersion real = shanxi().versions().get(0);
        PolicyDescriptor descriptor = new PolicyDescriptor(
                new PolicyKey(new Area(province), year, Version.parse(version)),
                status,
                real.descriptor().title(),
                real.descriptor().documents(),
                real.descriptor().windows());
        return new PolicyVersion(descriptor, real.digest(), real.parameters(), real.rules(), current);
    }

    /** Assessments that end in the given way. */
    static AssessmentService ending(Supplier<Decision> end) {
        return new AssessmentService() {
            @Override
            public Decision assess(Area province, int year, Claim claim) {
                return end.get();
            }

            @Override
            public Decision assess(PolicyKey pinned, Claim claim) {
                return end.get();
            }
        };
    }
}
