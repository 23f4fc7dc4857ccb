package org.quanlian.vouchers.claims;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;

/** The policy versions by which claims are decided: the current one until the filing, the pinned one from then on. */
public final class ClaimPolicies {
    private final PolicyRegistry registry;

    /** @param registry the versions that are on the node */
    public ClaimPolicies(PolicyRegistry registry) {
        this.registry = registry;
    }

    /** The version that decides a claim that was not filed yet, if its year has one. */
    Optional<PolicyVersion> current(VoucherClaim claim) {
        return registry.versions().stream()
                .filter(PolicyVersion::current)
                .filter(version -> version.descriptor().key().year() == claim.year())
                .filter(version -> version.descriptor().key().province().equals(provinceOf(claim.city())))
                .findFirst();
    }

    /**
     * The version that decides a claim that is to be filed now.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.policyNone} or {@code claim.policyDraft}
     */
    PolicyVersion toFileUnder(VoucherClaim claim) {
        PolicyVersion version = current(claim)
                .orElseThrow(() -> ClaimRefusals.conflict("claim.policy-none", claim.number(), claim.year()));
        if (version.descriptor().status() == Status.DRAFT) {
            throw ClaimRefusals.conflict(
                    "claim.policy-draft", claim.number(), version.descriptor().key());
        }
        return version;
    }

    /** The version to which a filing is pinned, if it is there with the very content that decided. */
    public Optional<PolicyVersion> pinned(Filing filing) {
        return registry.versions().stream()
                .filter(version -> version.descriptor().key().equals(filing.policy())
                        && version.digest().equals(filing.digest()))
                .findFirst();
    }

    /** Whether a version is still there with the same content. */
    boolean isThere(PolicyVersion version) {
        return registry.versions().stream()
                .anyMatch(found ->
                        found.descriptor().key().equals(version.descriptor().key())
                                && found.digest().equals(version.digest()));
    }

    /**
     * The version to which a claim is pinned.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.policyAbsent} when it is not there: the claim waits
     */
    public PolicyVersion requirePinned(VoucherClaim claim) {
        Filing filing = claim.filing().orElseThrow(() -> new IllegalArgumentException("nothing was filed"));
        return pinned(filing)
                .orElseThrow(() -> ClaimRefusals.conflict("claim.policy-absent", claim.number(), filing.policy()));
    }

    /** Whether a claim waits for the policy version to which it is pinned. */
    public boolean isAwaited(VoucherClaim claim) {
        return claim.filing().isPresent() && pinned(claim.filing().get()).isEmpty();
    }

    private static Area provinceOf(Area city) {
        return new Area(city.code().substring(0, 2) + "0000");
    }
}
