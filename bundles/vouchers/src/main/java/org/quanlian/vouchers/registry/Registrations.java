package org.quanlian.vouchers.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.catalogue.Publication;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.RelationKind;
import org.quanlian.vouchers.relations.Relations;

/** Registers organisations, and lets them keep their registrations up to date (单位注册, 四（一）). */
public final class Registrations {
    private static final RefusedException.Texts TEXTS = RegistryRefusals.TEXTS;

    private final Clock clock;
    private final Ids ids;
    private final AccountOpening accounts;

    public Registrations(Clock clock, Ids ids, AccountOpening accounts) {
        this.clock = clock;
        this.ids = ids;
        this.accounts = accounts;
    }

    /**
     * What somebody says who registers an organisation.
     *
     * @param uscc its code; only a team may have none
     * @param name its name as registered
     * @param area area of registration
     * @param profile the rest
     */
    public record Application(Optional<UnifiedSocialCreditCode> uscc, String name, Area area, Profile profile) {}

    /**
     * Registers an enterprise, a provider or a host with its first account; for everybody.
     *
     * @throws RefusedException {@code registration.duplicate}, {@code registration.area}, {@code registration.code}
     */
    public Registration register(Session session, Application application, AccountOpening.Opening opening) {
        Role role =
                switch (application.profile().kind()) {
                    case ENTERPRISE -> Role.ENTERPRISE;
                    case PROVIDER -> Role.PROVIDER;
                    case HOST -> Role.HOST;
                    case TEAM -> throw TEXTS.refused(Kind.FORBIDDEN, "registration.team");
                };
        Registration registration = add(session, application);
        accounts.open(session, role, registration.id(), opening);
        return registration;
    }

    /**
     * Registers a team, by the host that files for it.
     *
     * @throws RefusedException {@code registration.duplicate}, {@code registration.area}
     */
    public Registration registerTeam(Session session, Actor actor, Application application) {
        Access.requireRole(actor, Action.REGISTER_TEAM);
        if (!(application.profile() instanceof TeamProfile team)) {
            throw TEXTS.invalid("", "registration.kind", Organisation.Kind.TEAM);
        }
        Access.require(actor, Action.REGISTER_TEAM, Subject.of(team.host()));
        Optional<Organisation> host = session.registry().find(team.host());
        if (host.map(Organisation::kind).filter(Organisation.Kind.HOST::equals).isEmpty()) {
            throw RegistryRefusals.notFound();
        }
        return add(session, application);
    }

    /** Registers a team of the actor's own host. */
    public Registration registerTeam(
            Session session, Actor actor, Function<? super Id<Organisation>, Application> team) {
        Access.requireRole(actor, Action.REGISTER_TEAM);
        return registerTeam(session, actor, team.apply(actor.organisation().orElseThrow()));
    }

    /**
     * Changes a registration. When it was refused, or something changes that the sharing centre approved, the centre
     * decides again. A legal representative who is not named anew stays; the host of a team stays, and so does the code.
     *
     * @param version the version that the actor has seen
     * @throws RefusedException {@code registration.stale} when somebody changed it since
     */
    public Registration change(
            Session session, Actor actor, Id<Organisation> id, long version, String name, Area area, Profile profile) {
        Access.requireRole(actor, Action.EDIT_ORGANISATION);
        Registration before = session.registry().lock(id).orElseThrow(RegistryRefusals::notFound);
        Access.require(actor, Action.EDIT_ORGANISATION, before.subject());
        Organisation organisation = before.organisation();
        if (organisation.version() != version) {
            throw RegistryRefusals.stale();
        }
        requireKind(organisation.kind(), profile);
        requireReviewBody(organisation.kind(), area);
        Profile kept = keep(before.profile(), profile);
        boolean decideAgain = organisation.state() == Organisation.State.REFUSED
                || !name.equals(organisation.name())
                || !area.equals(organisation.area())
                || !kept.approvedPart().equals(before.profile().approvedPart());
        Organisation.State state = decideAgain ? Organisation.State.PENDING : organisation.state();
        Registration after = before.changed(organisation.changed(name, area, state), kept);
        session.registry().update(before, after);
        follow(session, after);
        if (decideAgain && organisation.state() != Organisation.State.PENDING) {
            tellCentre(session, after);
        }
        return after;
    }

    /** A registration as who may change it sees it, to be changed in the same transaction. */
    public Registration toChange(Session session, Actor actor, Id<Organisation> id) {
        Access.requireRole(actor, Action.EDIT_ORGANISATION);
        Registration found = session.registry().registration(id).orElseThrow(RegistryRefusals::notFound);
        Access.require(actor, Action.EDIT_ORGANISATION, found.subject());
        return found;
    }

    /** A registration, personal data masked for those who may not see it. */
    public Registration get(Session session, Actor actor, Id<Organisation> id) {
        Access.requireRole(actor, Action.READ_ORGANISATION);
        Registration found = session.registry().registration(id).orElseThrow(RegistryRefusals::notFound);
        Access.require(actor, Action.READ_ORGANISATION, found.subject());
        return seenBy(actor, found);
    }

    /** Organisations whose registrations the actor may see, oldest first: a reviewer its city's, an organisation its teams. */
    public Page<Organisation> list(Session session, Actor actor, Registry.Filter asked, Page.Request page) {
        Access.requireRole(actor, Action.READ_ORGANISATION);
        Registry.Filter filter =
                switch (Access.reach(actor, Action.READ_ORGANISATION)) {
                    case CITY -> new Registry.Filter(asked.kind(), asked.state(), actor.city(), asked.host());
                    case OWN -> new Registry.Filter(
                            asked.kind(), asked.state(), asked.reviewBody(), actor.organisation());
                    default -> asked;
                };
        return session.registry().list(filter, page);
    }

    private static Registration seenBy(Actor actor, Registration registration) {
        return Access.masks(actor, Action.READ_ORGANISATION) ? registration.masked() : registration;
    }

    private Registration add(Session session, Application application) {
        Profile profile = application.profile() instanceof ProviderProfile provider
                ? provider.sharing(false)
                : application.profile();
        if (application.uscc().isEmpty() && profile.kind() != Organisation.Kind.TEAM) {
            throw TEXTS.invalid("/uscc", "registration.code");
        }
        requireReviewBody(profile.kind(), application.area());
        Organisation organisation = new Organisation(
                ids.next(),
                profile.kind(),
                application.uscc(),
                application.name(),
                application.area(),
                Organisation.State.PENDING,
                1);
        Registration registration = new Registration(organisation, profile, Optional.empty(), now());
        session.registry().add(registration);
        follow(session, registration);
        tellCentre(session, registration);
        return registration;
    }

    /** What follows from a registration: who stands for it in the graph of relations, and what the public finds. */
    private void follow(Session session, Registration registration) {
        Organisation organisation = registration.organisation();
        if (organisation.uscc().isPresent()) {
            Party held = Party.organisation(organisation.uscc().get(), organisation.name());
            List<Relation> posts = registration.profile().representative().stream()
                    .map(who -> new Relation(
                            Party.person(who.key(), who.name()),
                            held,
                            RelationKind.LEGAL_REPRESENTATIVE,
                            Optional.empty(),
                            Validity.ALWAYS))
                    .toList();
            session.registry().relations().replace(organisation.id(), Relations.Source.REGISTRATION, posts, now());
        }
        if (organisation.kind() == Organisation.Kind.PROVIDER) {
            Publication.of(session, organisation);
        }
    }

    private void tellCentre(Session session, Registration registration) {
        Instant now = now();
        Organisation organisation = registration.organisation();
        session.notifications()
                .tell(
                        Office.of(Role.SHARING_CENTRE),
                        new Notification(
                                "registration.pending",
                                "/api/v1/registrations/" + organisation.id(),
                                TEXTS.text("registration.pending", organisation.name(), organisation.kind()),
                                now));
    }

    /** A changed profile with what can't be changed this way. */
    private static Profile keep(Profile before, Profile after) {
        Profile represented = after.representative().isPresent() ? after : after.representedBy(before.representative());
        if (represented instanceof TeamProfile team && before instanceof TeamProfile was) {
            return new TeamProfile(was.host(), team.leader(), team.figures());
        }
        if (represented instanceof ProviderProfile provider && before instanceof ProviderProfile was) {
            return provider.sharing(
                    was.sharingConfirmed() && provider.sharingNumber().equals(was.sharingNumber()));
        }
        return represented;
    }

    private static void requireKind(Organisation.Kind kind, Profile profile) {
        if (profile.kind() != kind) {
            throw TEXTS.invalid("", "registration.kind", kind);
        }
    }

    /** Whoever files claims does it with a review body of the province; providers may be from anywhere (五（四）（五）). */
    private static void requireReviewBody(Organisation.Kind kind, Area area) {
        if (kind != Organisation.Kind.PROVIDER && ReviewBodies.of(area).isEmpty()) {
            throw TEXTS.invalid("/area", "registration.area", area);
        }
    }

    /** Now, as fine as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
