package org.quanlian.rest.internal.registry;

import static org.quanlian.wire.Conversions.AREA;
import static org.quanlian.wire.Conversions.DATE;
import static org.quanlian.wire.Conversions.MONEY;
import static org.quanlian.wire.Conversions.USCC;
import static org.quanlian.wire.Conversions.YES_NO;
import static org.quanlian.wire.Conversions.longText;
import static org.quanlian.wire.Conversions.number;
import static org.quanlian.wire.Conversions.oneOf;
import static org.quanlian.wire.Conversions.shortText;
import static org.quanlian.wire.Conversions.value;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.PersonKeys;
import org.quanlian.vouchers.registry.PlatformApproval;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.HostProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.registry.RegistrationDecisions;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.registry.Representative;
import org.quanlian.vouchers.registry.ResidentNumber;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.RelationDeclarations;
import org.quanlian.vouchers.relations.RelationKind;
import org.quanlian.vouchers.relations.Share;
import org.quanlian.wire.JsonObject;
import org.quanlian.wire.JsonRequest;

/** Reads what is registered, offered and declared. The number of an identity card goes no further than here. */
final class RegistryReader {
    /** The most bytes of a request about a registration. */
    static final int MAX_BYTES = 64 * 1024;

    private final PersonKeys keys;

    RegistryReader(PersonKeys keys) {
        this.keys = keys;
    }

    /** An organisation that registers itself, with its first account. */
    record SelfRegistration(Application application, FirstAccount account) {}

    /** The account of whoever registers an organisation. */
    record FirstAccount(String login, String name, Optional<String> email, String password) {}

    /** A changed registration. */
    record Change(String name, Area area, Profile profile) {}

    SelfRegistration selfRegistration(Organisation.Kind kind, byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<UnifiedSocialCreditCode> uscc = json.required("uscc", USCC);
            Optional<String> name = json.required("name", shortText());
            Optional<Area> area = json.required("area", AREA);
            Optional<? extends Profile> profile = profile(kind, json, Optional.empty());
            Optional<FirstAccount> account = json.object("account", RegistryReader::account);
            if (!json.has("account")) {
                json.errors().add(json.pointerTo("account"), "field.required");
            }
            return uscc.isPresent()
                            && name.isPresent()
                            && area.isPresent()
                            && profile.isPresent()
                            && account.isPresent()
                    ? Optional.of(new SelfRegistration(
                            new Application(uscc, name.get(), area.get(), profile.get()), account.get()))
                    : Optional.empty();
        });
    }

    /** A team, still without its host. */
    record Team(
            Optional<UnifiedSocialCreditCode> uscc, String name, Area area, String leader, ApplicantFigures figures) {
        /** The team as one of a host's. */
        Application of(Id<Organisation> host) {
            return new Application(uscc, name, area, new TeamProfile(host, leader, figures));
        }
    }

    static Team team(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<UnifiedSocialCreditCode> uscc = json.optional("uscc", USCC);
            Optional<String> name = json.required("name", shortText());
            Optional<Area> area = json.required("area", AREA);
            Optional<String> leader = json.required("leader", shortText());
            ApplicantFigures figures = figures(json);
            return name.isPresent() && area.isPresent() && leader.isPresent()
                    ? Optional.of(new Team(uscc, name.get(), area.get(), leader.get(), figures))
                    : Optional.empty();
        });
    }

    /** @param host the host of a team; nobody's otherwise */
    Change change(Organisation.Kind kind, Optional<Id<Organisation>> host, byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<String> name = json.required("name", shortText());
            Optional<Area> area = json.required("area", AREA);
            Optional<? extends Profile> profile = profile(kind, json, host);
            return name.isPresent() && area.isPresent() && profile.isPresent()
                    ? Optional.of(new Change(name.get(), area.get(), profile.get()))
                    : Optional.empty();
        });
    }

    static String reason(byte[] body) {
        return JsonRequest.read(
                body, MAX_BYTES, json -> json.required("reason", longText(RegistrationDecisions.MAX_REASON)));
    }

    /** What the centre says of a provider's place on the sharing-network platform; no, when it says nothing. */
    static boolean onSharingPlatform(byte[] body) {
        return JsonRequest.read(
                body,
                MAX_BYTES,
                json -> Optional.of(json.optional("onSharingPlatform", YES_NO).orElse(false)));
    }

    /** A service as it is offered, and whether it still is. */
    record ServiceChange(ServiceItem.Offer offer, ServiceItem.State state) {}

    static ServiceChange service(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<ServiceCategory> category = json.required("category", oneOf(ServiceCategory.class));
            Optional<String> name = json.required("name", shortText());
            Optional<String> description = json.optional("description", longText(ServiceItem.Offer.MAX_DESCRIPTION));
            Optional<Money> price = json.optional("price", MONEY);
            Optional<String> unit = json.optional("unit", shortText());
            Optional<Area> area = json.required("area", AREA);
            Optional<ServiceItem.State> state = json.optional("state", oneOf(ServiceItem.State.class));
            return category.isPresent() && name.isPresent() && area.isPresent()
                    ? Optional.of(new ServiceChange(
                            new ServiceItem.Offer(
                                    category.get(), name.get(), description.orElse(""), price, unit, area.get()),
                            state.orElse(ServiceItem.State.OFFERED)))
                    : Optional.empty();
        });
    }

    List<Relation> relations(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, json -> {
            if (!json.has("relations")) {
                json.errors().add(json.pointerTo("relations"), "field.required");
            }
            return json.objects("relations", RelationDeclarations.MAX_RELATIONS, this::relation);
        });
    }

    private Optional<Relation> relation(JsonObject json) {
        Optional<Party> holder = json.object("holder", this::party);
        Optional<Party> held = json.object("held", this::party);
        for (String side : List.of("holder", "held")) {
            if (!json.has(side)) {
                json.errors().add(json.pointerTo(side), "field.required");
            }
        }
        Optional<RelationKind> kind = json.required("kind", oneOf(RelationKind.class));
        Optional<Share> share = json.optional("percentage", value(Share::ofPercent));
        Validity validity = validity(json, "from", "until");
        return holder.isPresent() && held.isPresent() && kind.isPresent()
                ? Optional.of(new Relation(holder.get(), held.get(), kind.get(), share, validity))
                : Optional.empty();
    }

    /** An organisation by its code, or a person by the number of a document. */
    private Optional<Party> party(JsonObject json) {
        Optional<String> name = json.required("name", shortText());
        Optional<UnifiedSocialCreditCode> uscc = json.optional("uscc", USCC);
        Optional<String> person =
                json.optional("idNumber", value(ResidentNumber::new)).map(keys::of);
        if (json.has("uscc") == json.has("idNumber")) {
            json.errors().add(json.pointerTo("uscc"), "field.required");
        }
        return name.flatMap(called -> uscc.map(code -> Party.organisation(code, called))
                .or(() -> person.map(key -> Party.person(key, called))));
    }

    private Optional<? extends Profile> profile(
            Organisation.Kind kind, JsonObject json, Optional<Id<Organisation>> host) {
        return switch (kind) {
            case ENTERPRISE -> Optional.of(new EnterpriseProfile(
                    json.fact("independentLegalPerson", YES_NO), representative(json), figures(json)));
            case TEAM -> {
                Optional<String> leader = json.required("leader", shortText());
                ApplicantFigures figures = figures(json);
                yield leader.map(who -> new TeamProfile(host.orElseThrow(), who, figures));
            }
            case HOST -> Optional.of(new HostProfile(representative(json), approvals(json)));
            case PROVIDER -> {
                Optional<ProviderKind> type = json.required("providerKind", oneOf(ProviderKind.class));
                Optional<Representative> representative = representative(json);
                List<PlatformApproval> approvals = approvals(json);
                Optional<String> sharing = json.optional("sharingNumber", shortText());
                yield type.map(what -> new ProviderProfile(what, representative, approvals, sharing, false));
            }
        };
    }

    private Optional<Representative> representative(JsonObject json) {
        return json.object("representative", person -> {
            Optional<String> name = person.required("name", shortText());
            Optional<ResidentNumber> number = person.required("idNumber", value(ResidentNumber::new));
            return name.isPresent() && number.isPresent()
                    ? Optional.of(Representative.of(name.get(), number.get(), keys))
                    : Optional.empty();
        });
    }

    private static ApplicantFigures figures(JsonObject json) {
        Scale scale = json.object("scale", RegistryReader::scale).orElse(ApplicantFigures.NONE.scale());
        NavigableMap<Integer, Money> spending = new TreeMap<>();
        json.objects("researchSpending", ApplicantFigures.MAX_YEARS, each -> {
                    Optional<Integer> year = each.required("year", number(2000, 2100));
                    Optional<Money> amount = each.required("amount", MONEY);
                    if (year.isPresent() && amount.isPresent() && spending.put(year.get(), amount.get()) != null) {
                        each.errors().add(each.pointerTo("year"), "list.twice");
                    }
                    return amount;
                })
                .ifPresent(all -> {});
        List<Qualification> qualifications = json.objects(
                        "qualifications", ApplicantFigures.MAX_QUALIFICATIONS, RegistryReader::qualification)
                .orElse(List.of());
        return new ApplicantFigures(scale, spending, qualifications);
    }

    private static Optional<Scale> scale(JsonObject json) {
        return Optional.of(new Scale(
                json.fact("industry", oneOf(Industry.class)),
                json.fact("employees", number(0, Scale.MAX_EMPLOYEES)),
                json.fact("revenue", MONEY),
                json.fact("assets", MONEY)));
    }

    private static Optional<Qualification> qualification(JsonObject json) {
        Optional<QualificationType> type = json.required("type", oneOf(QualificationType.class));
        Optional<String> number = json.optional("number", shortText());
        Validity validity = validity(json, "validFrom", "validUntil");
        return type.map(what -> new Qualification(what, number, validity));
    }

    private static List<PlatformApproval> approvals(JsonObject json) {
        return json.objects("approvals", Profile.MAX_APPROVALS, each -> {
                    Optional<String> platform = each.required("platform", shortText());
                    Optional<String> document = each.required("document", shortText());
                    Optional<String> issuer = each.required("issuer", shortText());
                    Optional<ProviderLevel> level = each.required("level", oneOf(ProviderLevel.class));
                    return platform.isPresent() && document.isPresent() && issuer.isPresent() && level.isPresent()
                            ? Optional.of(
                                    new PlatformApproval(platform.get(), document.get(), issuer.get(), level.get()))
                            : Optional.empty();
                })
                .orElse(List.of());
    }

    private static Optional<FirstAccount> account(JsonObject json) {
        Optional<String> login = json.required("login", shortText());
        Optional<String> name = json.required("name", shortText());
        Optional<String> email = json.optional("email", shortText());
        Optional<String> password = json.required("password", longText(200));
        return login.isPresent() && name.isPresent() && password.isPresent()
                ? Optional.of(new FirstAccount(login.get(), name.get(), email, password.get()))
                : Optional.empty();
    }

    private static Validity validity(JsonObject json, String first, String last) {
        Optional<LocalDate> from = json.optional(first, DATE);
        Optional<LocalDate> until = json.optional(last, DATE);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            json.errors().add(json.pointerTo(last), "period.order");
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }

    /** A fact that was told, as it is written. */
    static <T> Optional<T> told(Fact<T> fact) {
        return fact.isKnown() ? Optional.of(fact.value()) : Optional.empty();
    }
}
