package org.quanlian.vouchers.treasury;

import java.time.LocalDate;
import org.quanlian.model.ChinaTime;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Ratio;
import org.quanlian.policy.api.parameters.ValueType;
import org.quanlian.policy.api.parameters.ValueTypes;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.claims.ClaimPolicies;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Finds what the policy version to which a claim is pinned says about money; another version never answers for it. */
public final class PinnedTerms {
    private final ClaimPolicies policies;

    /** @param policies the versions to which claims are pinned */
    public PinnedTerms(ClaimPolicies policies) {
        this.policies = policies;
    }

    /**
     * The terms for a claim that was filed.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.policyAbsent} when that version is not on the node:
     *     the claim waits for it; {@code policy.parameter} when it does not say something that is needed
     */
    public Terms of(VoucherClaim claim) {
        PolicyVersion version = policies.requirePinned(claim);
        LocalDate day = ChinaTime.dateOf(filing(claim).at());
        return new Terms(
                value(version, day, "support.cityShare", ValueTypes.RATIO),
                value(version, day, "support.oddFen", ValueTypes.oneOf(OddFen.class)),
                value(version, day, "support.teamSharesHostCap", ValueTypes.YES_NO),
                version.descriptor().windows());
    }

    /** What was filed: a claim that money is decided for was. */
    static Filing filing(VoucherClaim claim) {
        return claim.filing()
                .orElseThrow(() -> new IllegalStateException("the claim " + claim.number() + " was never filed"));
    }

    /**
     * The value of a parameter of a policy version on a day.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code policy.parameter} when it has none of that type
     */
    public static <T> T value(PolicyVersion version, LocalDate day, String name, ValueType<T> type) {
        return version.parameters()
                .find(name)
                .filter(parameter -> parameter.unit().equals(type.unit()))
                .flatMap(parameter -> parameter.at(day))
                .map(dated -> type.reading().read(dated.value()))
                .orElseThrow(() -> TreasuryRefusals.TEXTS.refused(
                        Kind.CONFLICT, "policy.parameter", version.descriptor().key(), name, day));
    }

    /** Who pays the fen that is left when a grant is divided. */
    public enum OddFen {
        /** The province. */
        PROVINCE,
        /** The city. */
        CITY
    }

    /**
     * What a policy says about money.
     *
     * @param cityShare the share that the city pays
     * @param oddFen who pays the odd fen
     * @param teamSharesHostCap whether grants of a team count against the cap of its host
     * @param windows periods of the year
     */
    public record Terms(Ratio cityShare, OddFen oddFen, boolean teamSharesHostCap, PolicyWindows windows) {}
}
