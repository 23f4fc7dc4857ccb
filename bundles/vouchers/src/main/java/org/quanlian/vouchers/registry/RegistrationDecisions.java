package org.quanlian.vouchers.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.catalogue.Publication;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;

/** What the sharing centre decides about registrations (注册审核). */
public final class RegistrationDecisions {
    /** The most characters of a reason. */
    public static final int MAX_REASON = 1_000;

    private static final RefusedException.Texts TEXTS = RegistryRefusals.TEXTS;

    private final Clock clock;

    public RegistrationDecisions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Approves a registration that is pending.
     *
     * @param version the version that the actor has seen: what is approved is what was looked at
     * @param onSharingPlatform for a provider: whether it is found on the sharing-network platform under its number
     * @throws RefusedException {@code registration.state}, {@code registration.host}, {@code registration.sharing}
     */
    public Registration approve(
            Session session, Actor actor, Id<Organisation> id, long version, boolean onSharingPlatform) {
        Registration before = open(session, actor, id, version);
        requirePending(before);
        before.host().ifPresent(host -> requireApproved(session, host));
        Profile profile = onSharingPlatform ? confirmed(before.profile(), true) : before.profile();
        return decide(session, actor, before, profile, true, "");
    }

    /**
     * Refuses a registration that is pending. It can be corrected.
     *
     * @param reason why, and what to correct
     */
    public Registration refuse(Session session, Actor actor, Id<Organisation> id, long version, String reason) {
        Registration before = open(session, actor, id, version);
        requirePending(before);
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw TEXTS.invalid("/reason", "registration.reason", MAX_REASON);
        }
        return decide(session, actor, before, before.profile(), false, reason);
    }

    /** Writes down whether a provider is found on the sharing-network platform under its number. */
    public Registration confirmSharing(
            Session session, Actor actor, Id<Organisation> id, long version, boolean confirmed) {
        Registration before = open(session, actor, id, version);
        Organisation organisation = before.organisation();
        Registration after = before.changed(
                organisation.changed(organisation.name(), organisation.area(), organisation.state()),
                confirmed(before.profile(), confirmed));
        session.registry().update(before, after);
        Publication.of(session, after.organisation());
        return after;
    }

    private static Registration open(Session session, Actor actor, Id<Organisation> id, long version) {
        Access.requireRole(actor, Action.DECIDE_REGISTRATION);
        Registration found = session.registry().lock(id).orElseThrow(RegistryRefusals::notFound);
        Access.require(actor, Action.DECIDE_REGISTRATION, Subject.NOBODY);
        if (found.organisation().version() != version) {
            throw RegistryRefusals.stale();
        }
        return found;
    }

    private Registration decide(
            Session session, Actor actor, Registration before, Profile profile, boolean approved, String reason) {
        Organisation organisation = before.organisation();
        Instant now = now();
        Organisation.State state = approved ? Organisation.State.APPROVED : Organisation.State.REFUSED;
        Registration after = before.decided(
                organisation.changed(organisation.name(), organisation.area(), state),
                profile,
                new Registration.Verdict(approved, reason, actor.account(), now));
        session.registry().update(before, after);
        if (organisation.kind() == Organisation.Kind.PROVIDER) {
            Publication.of(session, after.organisation());
        }
        Notification notification = new Notification(
                approved ? "registration.approved" : "registration.refused",
                "/api/v1/registrations/" + organisation.id(),
                approved
                        ? TEXTS.text("registration.approved", organisation.name())
                        : TEXTS.text("registration.refused", organisation.name(), reason),
                now);
        session.notifications().tell(before.host().orElse(organisation.id()), notification);
        return after;
    }

    private static Profile confirmed(Profile profile, boolean confirmed) {
        if (profile instanceof ProviderProfile provider
                && (!confirmed || provider.sharingNumber().isPresent())) {
            return provider.sharing(confirmed);
        }
        throw TEXTS.refused(Kind.CONFLICT, "registration.sharing");
    }

    private static void requirePending(Registration registration) {
        if (registration.organisation().state() != Organisation.State.PENDING) {
            throw TEXTS.refused(
                    Kind.CONFLICT,
                    "registration.state",
                    registration.organisation().name(),
                    registration.organisation().state());
        }
    }

    private static void requireApproved(Session session, Id<Organisation> host) {
        Optional<Organisation> found = session.registry().find(host);
        if (found.map(Organisation::state)
                .filter(Organisation.State.APPROVED::equals)
                .isEmpty()) {
            throw TEXTS.refused(Kind.CONFLICT, "registration.host");
        }
    }

    /** Now, as fine as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
