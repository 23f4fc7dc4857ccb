package org.quanlian.vouchers.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;

/**
 * The registration of an organisation (注册): the organisation, what it declares, and the sharing centre's word on it.
 *
 * @param organisation the organisation
 * @param profile what it declares
 * @param verdict the centre's last word, if it has spoken
 * @param createdAt when it was registered
 */
public record Registration(Organisation organisation, Profile profile, Optional<Verdict> verdict, Instant createdAt) {
    /** @throws IllegalArgumentException when the profile is of another kind */
    public Registration {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(createdAt, "createdAt");
        if (profile.kind() != organisation.kind()) {
            throw new IllegalArgumentException("a " + organisation.kind() + " has no " + profile.kind() + " profile");
        }
    }

    /** Its name. */
    public Id<Organisation> id() {
        return organisation.id();
    }

    /** The platform company that files for it, when it is a team. */
    public Optional<Id<Organisation>> host() {
        return profile instanceof Profile.TeamProfile team ? Optional.of(team.host()) : Optional.empty();
    }

    /** What it declares as an applicant; nothing when it is none. */
    public ApplicantFigures figures() {
        if (profile instanceof Profile.EnterpriseProfile enterprise) {
            return enterprise.figures();
        }
        return profile instanceof Profile.TeamProfile team ? team.figures() : ApplicantFigures.NONE;
    }

    /** Whom it concerns: itself, the host of a team, and the city that reviews it. */
    public Subject subject() {
        Set<Id<Organisation>> owners = host().map(host -> Set.of(id(), host)).orElse(Set.of(id()));
        return new Subject(owners, organisation.reviewBody(), Set.of());
    }

    /** The same, as those see it who see personal data only masked. */
    public Registration masked() {
        return new Registration(organisation, profile.masked(), verdict, createdAt);
    }

    /** The registration after a change of the organisation and its profile. */
    public Registration changed(Organisation newOrganisation, Profile newProfile) {
        return new Registration(newOrganisation, newProfile, verdict, createdAt);
    }

    /** The registration after the centre spoke. */
    public Registration decided(Organisation newOrganisation, Profile newProfile, Verdict newVerdict) {
        return new Registration(newOrganisation, newProfile, Optional.of(newVerdict), createdAt);
    }

    /**
     * The sharing centre's word on a registration (审核意见).
     *
     * @param approved whether it was approved
     * @param reason why; may be empty for an approval
     * @param by the account that decided
     * @param at when
     */
    public record Verdict(boolean approved, String reason, Id<Account> by, Instant at) {
        public Verdict {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }
}
