package org.quanlian.store.internal.claims;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.Accounts;
import org.quanlian.vouchers.audit.AuditTrail;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.claims.CarryOver;
import org.quanlian.vouchers.claims.CentreAcceptance;
import org.quanlian.vouchers.claims.CityReview;
import org.quanlian.vouchers.claims.ClaimAssessments;
import org.quanlian.vouchers.claims.ClaimDrafts;
import org.quanlian.vouchers.claims.ClaimFiling;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.ClaimReading;
import org.quanlian.vouchers.claims.ExpertAffiliations;
import org.quanlian.vouchers.claims.ExpertReview;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.BoundVoucher;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.Orders;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.Registry;

/**
 * A province in which claims are made: claims are kept in a database, and decided by Shanxi 2025; who is registered and what
 * was bound is what a test says.
 */
final class ClaimWorld {
    static final Area TAIYUAN = new Area("140100");
    static final Area DATONG = new Area("140200");
    static final Instant FILING_DEADLINE = Instant.parse("2025-07-15T09:00:00Z");
    static final Instant RECOMMENDATION_DEADLINE = Instant.parse("2025-07-30T09:00:00Z");
    static final UnifiedSocialCreditCode HOST_CODE = new UnifiedSocialCreditCode("91140100MA0GTAT1XC");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    final SettableClock clock = new SettableClock("2025-07-01T02:00:00Z");
    final Ids ids = new Ids(clock, new SecureRandom());
    final SwitchedPolicies policies = new SwitchedPolicies(new StandaloneEngine(List.of(new Shanxi2025()), List.of()));
    final List<Notification> notifications = new CopyOnWriteArrayList<>();
    final Map<Id<?>, Set<Id<Order>>> taken = new ConcurrentHashMap<>();
    final Map<Id<Organisation>, Money> granted = new HashMap<>();
    final Set<Id<?>> missingDocuments = new HashSet<>();
    final Map<Set<UnifiedSocialCreditCode>, List<RegisteredFacts.RelationStep>> relations = new HashMap<>();

    private final Map<Id<Organisation>, Organisation> organisations = new ConcurrentHashMap<>();
    private final Map<Id<Order>, BoundVoucher> bound = new ConcurrentHashMap<>();
    private final Map<Id<Account>, Account> accounts = new ConcurrentHashMap<>();
    private final Set<Id<Organisation>> discredited = new HashSet<>();
    private int count;

    final Store store;
    final ClaimDrafts drafts;
    final ClaimFiling filing;
    final ClaimAssessments assessments;
    final CityReview city;
    final CentreAcceptance centre;
    final ExpertReview experts;
    final CarryOver carryOver;
    final ClaimReading reading;
    final ExpertAffiliations affiliations;

    ClaimWorld(TestDatabase database) {
        this(database, Optional.empty());
    }

    /** @param trails the audit trail of what is done, if there is to be one */
    ClaimWorld(TestDatabase database, Optional<Trails> trails) {
        store = new OnDatabase(database, trails);
        ClaimProcedure procedure = ClaimProcedure.on(
                clock,
                ids,
                policies,
                policies,
                new ClaimProcedure.Neighbours(
                        new ExpertReview.Terms(2),
                        new Registered(),
                        new Vouchers(),
                        (session, owners, document) -> !missingDocuments.contains(document),
                        (session, one, other, asOf) -> relations.getOrDefault(Set.of(one, other), List.of()),
                        (session, claim) -> granted.getOrDefault(claim.applicant(), Money.ZERO)));
        drafts = procedure.drafts();
        filing = procedure.filing();
        assessments = procedure.assessments();
        city = procedure.city();
        centre = procedure.centre();
        experts = procedure.experts();
        affiliations = procedure.affiliations();
        carryOver = procedure.carryOver();
        reading = procedure.reading();
    }

    // Who there is

    Id<Organisation> organisation(Organisation.Kind kind, Area area) {
        return organisation(kind, area, kind == Organisation.Kind.HOST ? HOST_CODE : code(++count));
    }

    Id<Organisation> organisation(Organisation.Kind kind, Area area, UnifiedSocialCreditCode code) {
        Id<Organisation> id = ids.next();
        organisations.put(
                id,
                new Organisation(
                        id,
                        kind,
                        kind == Organisation.Kind.TEAM ? Optional.empty() : Optional.of(code),
                        "示例单位" + ++count,
                        area,
                        Organisation.State.APPROVED,
                        1));
        return id;
    }

    void setState(Id<Organisation> id, Organisation.State state) {
        Organisation of = organisations.get(id);
        organisations.put(
                id, new Organisation(id, of.kind(), of.uscc(), of.name(), of.area(), state, of.version() + 1));
    }

    Organisation get(Id<Organisation> id) {
        return organisations.get(id);
    }

    void discredit(Id<Organisation> id) {
        discredited.add(id);
    }

    Actor enterprise(Area area) {
        return of(Role.ENTERPRISE, organisation(Organisation.Kind.ENTERPRISE, area));
    }

    Actor of(Role role, Id<Organisation> organisation) {
        return account(role, Optional.of(organisation), Optional.empty());
    }

    Actor reviewer(Area area) {
        return account(Role.CITY_REVIEWER, Optional.empty(), Optional.of(area));
    }

    Actor office(Role role) {
        return account(role, Optional.empty(), Optional.empty());
    }

    private Actor account(Role role, Optional<Id<Organisation>> organisation, Optional<Area> area) {
        Id<Account> id = ids.next();
        Account account = new Account(
                id,
                "login-" + id,
                "示例" + role + ++count,
                role,
                organisation,
                area,
                Optional.empty(),
                Account.State.ACTIVE,
                clock.instant(),
                1);
        accounts.put(id, account);
        return account.actor();
    }

    // What was bound

    Id<Order> order(Actor enterprise) {
        return order(enterprise.organisation().orElseThrow(), "2025-03-01", 100_000);
    }

    Id<Order> order(Id<Organisation> applicant, String invoicedOn, long yuan) {
        return order(applicant, organisation(Organisation.Kind.PROVIDER, TAIYUAN), invoicedOn, yuan);
    }

    Id<Order> order(Id<Organisation> applicant, Id<Organisation> provider, String invoicedOn, long yuan) {
        Id<Order> id = ids.next();
        LocalDate day = LocalDate.parse(invoicedOn);
        bound.put(
                id,
                new BoundVoucher(
                        new Order(id, applicant, provider),
                        ServiceCategory.TESTING,
                        Optional.empty(),
                        new Contract(Optional.of("HT-" + ++count), Optional.of(day), Optional.of(Money.ofYuan(yuan))),
                        List.of(new Invoice(
                                InvoiceNumber.digital(String.format("2514200000%010d", count)),
                                day,
                                Money.ofYuan(yuan))),
                        List.of(new Payment(day, Money.ofYuan(yuan))),
                        Set.of(ServiceMaterial.values())));
        return id;
    }

    /** Takes other papers for those of a bound voucher. */
    void setMaterials(Id<Order> order, Set<ServiceMaterial> materials) {
        BoundVoucher of = bound.get(order);
        bound.put(
                order,
                new BoundVoucher(
                        of.order(),
                        of.category(),
                        of.exclusion(),
                        of.contract(),
                        of.invoices(),
                        of.payments(),
                        materials));
    }

    // Claims

    <T> T write(Function<Session, T> work) {
        return store.write(work);
    }

    VoucherClaim find(Id<VoucherClaim> id) {
        return store.<VoucherClaim>read(session -> session.claims().find(id).orElseThrow());
    }

    /** A draft with all its papers. */
    VoucherClaim draft(Actor enterprise, List<Id<Order>> orders) {
        VoucherClaim draft = write(session ->
                drafts.begin(session, enterprise, enterprise.organisation().orElseThrow(), 2025, orders));
        return write(
                session -> drafts.setMaterials(session, enterprise, draft.id(), OptionalLong.empty(), allMaterials()));
    }

    Map<ClaimMaterial, List<Id<?>>> allMaterials() {
        Map<ClaimMaterial, List<Id<?>>> materials = new HashMap<>();
        for (ClaimMaterial material : ClaimMaterial.values()) {
            materials.put(material, List.of(ids.next()));
        }
        return materials;
    }

    VoucherClaim filed(Actor enterprise) {
        return filed(enterprise, order(enterprise));
    }

    VoucherClaim filed(Actor enterprise, Id<Order> order) {
        VoucherClaim draft = draft(enterprise, List.of(order));
        return write(session -> filing.file(session, enterprise, draft.id()));
    }

    VoucherClaim recommended(Actor enterprise) {
        VoucherClaim claim = filed(enterprise);
        Actor reviewer = reviewer(claim.city());
        return write(session -> city.recommend(session, reviewer, claim.id(), ""));
    }

    VoucherClaim accepted(Actor enterprise) {
        VoucherClaim claim = recommended(enterprise);
        return write(session -> centre.accept(session, office(Role.SHARING_CENTRE), claim.id(), ""));
    }

    /** A code whose check character is right. */
    static UnifiedSocialCreditCode code(int serial) {
        String body = String.format("91140100MA%07d", serial);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return new UnifiedSocialCreditCode(body + ALPHABET.charAt((31 - sum % 31) % 31));
    }

    private final class Registered implements RegisteredFacts {
        @Override
        public Applicant applicant(Session session, Id<Organisation> applicant, Instant asOf) {
            Organisation of = organisations.get(applicant);
            Party party = of.kind() == Organisation.Kind.TEAM
                    ? new Party.Team(Optional.empty(), Fact.of(new Party.Host(HOST_CODE, "示例孵化器")))
                    : new Party.Enterprise(of.uscc().orElseThrow(), Fact.of(true));
            QualificationType type = of.kind() == Organisation.Kind.TEAM
                    ? QualificationType.JINCHUANGGU_TENANT
                    : QualificationType.TECH_SME;
            return new Applicant(
                    party,
                    Optional.of(of.name()),
                    Fact.of(of.area()),
                    Fact.of(Money.ofYuan(350_000)),
                    Fact.of(discredited.contains(applicant)),
                    Fact.of(Optional.empty()),
                    Fact.of(new Scale(
                            Fact.of(org.quanlian.model.Industry.SOFTWARE),
                            Fact.of(45),
                            Fact.of(Money.ofYuan(8_000_000)),
                            Fact.of(Money.ofYuan(5_000_000)))),
                    Fact.of(List.of(new Qualification(type, Optional.of("202414010500000123"), Validity.ALWAYS))));
        }

        @Override
        public ProviderStanding provider(
                Session session, Id<Organisation> provider, Id<Organisation> applicant, Instant asOf) {
            Organisation of = organisations.get(provider);
            return new ProviderStanding(
                    new Provider(
                            of.uscc(),
                            Optional.of(of.name()),
                            Fact.of(ProviderKind.UNIVERSITY),
                            Fact.missing(),
                            Fact.of(of.area()),
                            Fact.of(true),
                            Fact.of(true),
                            Fact.of(false),
                            Fact.of(false)),
                    List.of(),
                    Optional.empty());
        }
    }

    private final class Vouchers implements BoundVouchers {
        @Override
        public List<BoundVoucher> of(Session session, Set<Id<Organisation>> owners, List<Id<Order>> orders) {
            List<BoundVoucher> found = new ArrayList<>();
            orders.forEach(
                    order -> found.add(Optional.ofNullable(bound.get(order)).orElseThrow()));
            return found;
        }

        @Override
        public void take(Session session, Id<?> claim, List<BoundVoucher> vouchers) {
            Set<Id<Order>> orders = new HashSet<>();
            vouchers.forEach(voucher -> orders.add(voucher.order().id()));
            taken.put(claim, orders);
        }

        @Override
        public void release(Session session, Id<?> claim) {
            taken.remove(claim);
        }
    }

    private final class OnDatabase implements Store {
        private final TestDatabase database;
        private final Optional<Trails> trails;

        OnDatabase(TestDatabase database, Optional<Trails> trails) {
            this.database = database;
            this.trails = trails;
        }

        @Override
        public <T> T write(Function<? super Session, ? extends T> work) {
            return database.transactions()
                    .<T>write(sql -> trails.isPresent()
                            ? trails.get().<T>writing(sql, (at, trail) -> work.apply(session(at)))
                            : work.apply(session(sql)));
        }

        @Override
        public <T> T read(Function<? super Session, ? extends T> work) {
            return database.transactions().<T>read(sql -> work.apply(session(sql)));
        }

        @Override
        public Undertaking.Scope during(Undertaking undertaking) {
            return () -> {};
        }

        private Session session(Sql sql) {
            return Fake.of(Session.class, (method, arguments) -> switch (method) {
                case "claims" -> new JdbcClaims(sql);
                case "audit" -> Fake.of(AuditTrail.class, (told, what) -> null);
                case "registry" -> finding(Registry.class, organisations);
                case "accounts" -> finding(Accounts.class, accounts);
                case "orders" -> Fake.of(Orders.class, (find, id) -> Optional.ofNullable(bound.get(id[0]))
                        .map(BoundVoucher::order));
                case "notifications" -> Fake.of(
                        Notifications.class, (tell, told) -> notifications.add((Notification) told[1]));
                default -> throw Fake.unexpected(method);
            });
        }

        private static <T> T finding(Class<T> port, Map<?, ?> things) {
            return Fake.of(port, (method, arguments) -> {
                if (!method.equals("find")) {
                    throw Fake.unexpected(method);
                }
                return Optional.ofNullable(things.get(arguments[0]));
            });
        }
    }
}
