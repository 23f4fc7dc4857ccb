package org.quanlian.vouchers.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanlian.model.Applicant;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Fact;
import org.quanlian.model.Party;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ForeignProvider;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.Lists;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;

/** The facts as registrations, lists, suspensions and relations tell them. */
public final class KnownFacts implements RegisteredFacts {
    private final RegistrySettings settings;
    private final Affiliation affiliation;
    private final PartnerCatalogue catalogues;

    public KnownFacts(RegistrySettings settings) {
        this.settings = settings;
        this.affiliation = new Affiliation(settings.control());
        this.catalogues = new PartnerCatalogue(settings.catalogueMaxAge());
    }

    @Override
    public Applicant applicant(Session session, Id<Organisation> applicant, Instant asOf) {
        Registration registration = registration(session, applicant);
        Optional<Organisation> host = registration.host().flatMap(session.registry()::find);
        Organisation organisation = registration.organisation();
        List<Organisation> concerned =
                Stream.concat(Stream.of(organisation), host.stream()).toList();
        LocalDate day = ChinaTime.dateOf(asOf);
        ApplicantFigures figures = registration.figures();
        List<Qualification> qualifications =
                QualificationCheck.of(session.registry().lists(), organisation.uscc(), figures.qualifications(), day)
                        .stream()
                        .map(QualificationCheck::qualification)
                        .toList();
        return new Applicant(
                party(registration, host),
                Optional.of(organisation.name()),
                Fact.of(organisation.area()),
                figures.researchSpendingIn(Year.of(day.getYear())),
                discredited(session, concerned, day),
                Fact.of(suspendedUntil(session, concerned, day)),
                figures.knownScale(),
                qualifications.isEmpty() ? Fact.missing() : Fact.of(qualifications));
    }

    @Override
    public ProviderStanding provider(
            Session session, Id<Organisation> provider, Id<Organisation> applicant, Instant asOf) {
        Registration registration = registration(session, provider);
        if (!(registration.profile() instanceof ProviderProfile profile)) {
            throw RegistryRefusals.notFound();
        }
        Organisation organisation = registration.organisation();
        List<Organisation> concerned = List.of(organisation);
        LocalDate day = ChinaTime.dateOf(asOf);
        boolean admitted = organisation.state() == Organisation.State.APPROVED
                && suspendedUntil(session, concerned, day).isEmpty();
        Affiliation.Found relation = affiliation.between(session, registration(session, applicant), organisation, asOf);
        Optional<ProviderLevel> level = profile.level();
        Optional<PartnerCatalogue.Standing> catalogue =
                catalogues.of(session, organisation.area(), organisation.uscc(), asOf);
        Provider facts = new Provider(
                organisation.uscc(),
                Optional.of(organisation.name()),
                Fact.of(profile.type()),
                level.map(Fact::of).orElse(Fact.missing()),
                Fact.of(organisation.area()),
                catalogue
                        .map(KnownFacts::onSharingPlatform)
                        .orElseGet(() -> onSharingPlatform(session, organisation, profile, day)),
                catalogue.map(of -> inVoucherSystem(of, admitted)).orElse(Fact.of(admitted)),
                discredited(session, concerned, day),
                relation.affiliated());
        return new ProviderStanding(facts, relation.steps(), catalogue);
    }

    private static Registration registration(Session session, Id<Organisation> id) {
        return session.registry().registration(id).orElseThrow(RegistryRefusals::notFound);
    }

    private static Party party(Registration registration, Optional<Organisation> host) {
        Organisation organisation = registration.organisation();
        return switch (organisation.kind()) {
            case ENTERPRISE -> new Party.Enterprise(
                    organisation.uscc().orElseThrow(),
                    ((EnterpriseProfile) registration.profile()).independentLegalPerson());
            case TEAM -> new Party.Team(
                    organisation.uscc(),
                    host.map(of -> Fact.of(new Party.Host(of.uscc().orElseThrow(), of.name())))
                            .orElse(Fact.missing()));
            case HOST, PROVIDER -> throw RegistryRefusals.notFound();
        };
    }

    /** On the list: yes. Not on it: no, as long as the list is fresh enough to know; else nobody knows. */
    private Fact<Boolean> discredited(Session session, List<Organisation> concerned, LocalDate day) {
        Lists lists = session.registry().lists();
        boolean listed = codes(concerned)
                .anyMatch(code -> !lists.entries(ListKind.CREDIT, code, day).isEmpty());
        if (listed) {
            return Fact.of(true);
        }
        LocalDate oldest = day.minusDays(settings.creditListMaxAgeDays());
        boolean fresh = lists.inForce(ListKind.CREDIT, day).stream()
                .anyMatch(list -> !list.asOf().isBefore(oldest));
        return fresh ? Fact.of(false) : Fact.missing();
    }

    /** The last day of the longest suspension that holds that day, ours or one from a list. */
    private static Optional<LocalDate> suspendedUntil(Session session, List<Organisation> concerned, LocalDate day) {
        List<LocalDate> ends = new ArrayList<>();
        concerned.forEach(
                each -> session.integrity().suspendedUntil(each.id(), day).ifPresent(ends::add));
        codes(concerned)
                .flatMap(code -> session.registry().lists().entries(ListKind.SUSPENSION, code, day).stream())
                .map(ListContent.Entry::validity)
                .flatMap(validity -> validity.until().stream())
                .forEach(ends::add);
        return ends.stream().max(Comparator.naturalOrder());
    }

    /** Confirmed by the centre or on the platform's list: yes. Neither, though there is a list: no; else nobody knows. */
    private static Fact<Boolean> onSharingPlatform(
            Session session, Organisation provider, ProviderProfile profile, LocalDate day) {
        Lists lists = session.registry().lists();
        boolean listed = codes(List.of(provider)).anyMatch(code -> !lists.entries(ListKind.SHARING_PLATFORM, code, day)
                .isEmpty());
        if (profile.sharingConfirmed() || listed) {
            return Fact.of(true);
        }
        return lists.inForce(ListKind.SHARING_PLATFORM, day).isEmpty() ? Fact.missing() : Fact.of(false);
    }

    /** What its own province says, as long as that is current. */
    private static Fact<Boolean> onSharingPlatform(PartnerCatalogue.Standing catalogue) {
        return catalogue.stale()
                ? Fact.missing()
                : Fact.of(catalogue
                        .listed()
                        .map(ForeignProvider::onSharingPlatform)
                        .orElse(false));
    }

    /** Whom this node does not admit is not in the system, whatever its own province says. */
    private static Fact<Boolean> inVoucherSystem(PartnerCatalogue.Standing catalogue, boolean admitted) {
        if (!admitted) {
            return Fact.of(false);
        }
        return catalogue.stale() ? Fact.missing() : Fact.of(catalogue.listed().isPresent());
    }

    private static Stream<UnifiedSocialCreditCode> codes(List<Organisation> organisations) {
        return organisations.stream().flatMap(each -> each.uscc().stream());
    }
}
