package org.quanlian.vouchers.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;

/** What is known of an organisation beyond what all have in common: one record a kind. */
public sealed interface Profile {
    /** The most approvals that one organisation may list. */
    int MAX_APPROVALS = 20;

    /** The kind of organisation that has such a profile. */
    Organisation.Kind kind();

    /** Its legal representative, if one was declared. */
    Optional<Representative> representative();

    /** The same with another legal representative; a team has none. */
    Profile representedBy(Optional<Representative> other);

    /** The same, as those see it who see personal data only masked. */
    default Profile masked() {
        return representedBy(representative().map(Representative::masked));
    }

    /**
     * What the sharing centre approved of it: when that changes, the centre decides again. The rest is kept up to date by
     * the organisation itself.
     */
    Object approvedPart();

    /**
     * A firm.
     *
     * @param independentLegalPerson whether it is an independent legal person (独立法人), notice 一
     * @param representative its legal representative
     * @param figures what it declares about itself
     */
    record EnterpriseProfile(
            Fact<Boolean> independentLegalPerson, Optional<Representative> representative, ApplicantFigures figures)
            implements Profile {
        public EnterpriseProfile {
            Objects.requireNonNull(independentLegalPerson, "independentLegalPerson");
            Objects.requireNonNull(representative, "representative");
            Objects.requireNonNull(figures, "figures");
        }

        @Override
        public Organisation.Kind kind() {
            return Organisation.Kind.ENTERPRISE;
        }

        @Override
        public Profile representedBy(Optional<Representative> other) {
            return new EnterpriseProfile(independentLegalPerson, other, figures);
        }

        @Override
        public Object approvedPart() {
            return List.of(independentLegalPerson, representative);
        }
    }

    /**
     * A team.
     *
     * @param host the platform company whose tenant it is and which files for it
     * @param leader name of its leader
     * @param figures what is declared about it
     */
    record TeamProfile(Id<Organisation> host, String leader, ApplicantFigures figures) implements Profile {
        /** @throws InvalidValueException {@code text.*} */
        public TeamProfile {
            Objects.requireNonNull(host, "host");
            ShortText.require(leader);
            Objects.requireNonNull(figures, "figures");
        }

        @Override
        public Organisation.Kind kind() {
            return Organisation.Kind.TEAM;
        }

        @Override
        public Optional<Representative> representative() {
            return Optional.empty();
        }

        @Override
        public Profile representedBy(Optional<Representative> other) {
            return this;
        }

        @Override
        public Profile masked() {
            int first = leader.offsetByCodePoints(0, 1);
            return new TeamProfile(host, leader.substring(0, first) + "**", figures);
        }

        @Override
        public Object approvedPart() {
            return List.of(host, leader);
        }
    }

    /**
     * A platform company.
     *
     * @param representative its legal representative
     * @param approvals what it was approved as: an incubator, a makerspace, a university science park or 晋创谷
     */
    record HostProfile(Optional<Representative> representative, List<PlatformApproval> approvals) implements Profile {
        /** @throws InvalidValueException {@code list.size} */
        public HostProfile {
            Objects.requireNonNull(representative, "representative");
            approvals = bounded(approvals);
        }

        @Override
        public Organisation.Kind kind() {
            return Organisation.Kind.HOST;
        }

        @Override
        public Profile representedBy(Optional<Representative> other) {
            return new HostProfile(other, approvals);
        }

        @Override
        public Object approvedPart() {
            return this;
        }
    }

    /**
     * A service provider.
     *
     * @param type what it is (服务机构类型)
     * @param representative its legal representative
     * @param approvals the approvals of its platforms
     * @param sharingNumber its registration number on the sharing-network platform, as declared
     * @param sharingConfirmed whether the sharing centre confirmed that registration
     */
    record ProviderProfile(
            ProviderKind type,
            Optional<Representative> representative,
            List<PlatformApproval> approvals,
            Optional<String> sharingNumber,
            boolean sharingConfirmed)
            implements Profile {
        /** @throws InvalidValueException {@code list.size} or {@code text.*} */
        public ProviderProfile {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(representative, "representative");
            approvals = bounded(approvals);
            sharingNumber.ifPresent(ShortText::require);
            if (sharingConfirmed && sharingNumber.isEmpty()) {
                throw new IllegalArgumentException("only a registration that has a number can be confirmed");
            }
        }

        @Override
        public Organisation.Kind kind() {
            return Organisation.Kind.PROVIDER;
        }

        /** The highest level of government that approved one of its platforms. */
        public Optional<ProviderLevel> level() {
            return approvals.stream().map(PlatformApproval::level).min(Comparator.naturalOrder());
        }

        /** The same with the centre's word on its registration on the sharing-network platform. */
        public ProviderProfile sharing(boolean confirmed) {
            return new ProviderProfile(type, representative, approvals, sharingNumber, confirmed);
        }

        @Override
        public Profile representedBy(Optional<Representative> other) {
            return new ProviderProfile(type, other, approvals, sharingNumber, sharingConfirmed);
        }

        @Override
        public Object approvedPart() {
            return sharing(false);
        }
    }

    private static List<PlatformApproval> bounded(List<PlatformApproval> approvals) {
        if (approvals.size() > MAX_APPROVALS) {
            throw new InvalidValueException("list.size", "too many approvals", MAX_APPROVALS);
        }
        return List.copyOf(approvals);
    }
}
