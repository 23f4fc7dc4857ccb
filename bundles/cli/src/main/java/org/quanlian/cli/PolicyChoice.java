package org.quanlian.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;

/** Which policy decides on the command line: the one that is named, or the only one that can be meant. */
public final class PolicyChoice {
    private PolicyChoice() {}

    /**
     * The only policy that can be meant when nobody names one: the only current one in force, or else the only current
     * draft.
     *
     * @throws UsageException naming the choices when there are several, or saying that there is none
     */
    public static PolicyName only(PolicyRegistry registry) {
        List<PolicyVersion> current =
                registry.versions().stream().filter(PolicyVersion::current).toList();
        List<PolicyVersion> inForce = current.stream()
                .filter(version -> version.descriptor().status() == Status.IN_FORCE)
                .toList();
        List<PolicyKey> choices = (inForce.isEmpty() ? current : inForce)
                .stream().map(version -> version.descriptor().key()).toList();
        if (choices.isEmpty()) {
            throw new UsageException(CliTexts.of("policy.none"));
        }
        if (choices.size() > 1) {
            throw new UsageException(CliTexts.of(
                    "policy.several",
                    choices.stream()
                            .map(key -> key.province() + "/" + key.year())
                            .collect(Collectors.joining(", "))));
        }
        return PolicyName.of(choices.get(0));
    }

    /** The policies there are, for a person to choose from. */
    public static String names(PolicyRegistry registry) {
        return registry.versions().stream()
                .map(version -> version.descriptor().key().toString())
                .collect(Collectors.joining(", "));
    }

    /** Decides a claim by the policy of that name; the current version when the name has none. */
    public static Decision decide(AssessmentService assessments, PolicyName name, Claim claim) {
        return name.version()
                .map(version -> assessments.assess(new PolicyKey(name.province(), name.year(), version), claim))
                .orElseGet(() -> assessments.assess(name.province(), name.year(), claim));
    }
}
