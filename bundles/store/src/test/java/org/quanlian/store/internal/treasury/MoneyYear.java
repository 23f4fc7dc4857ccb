package org.quanlian.store.internal.treasury;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.DateRange;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Ratio;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.DatedValue;
import org.quanlian.policy.api.parameters.Parameter;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.api.parameters.Verification;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.store.internal.calendar.JdbcCalendars;
import org.quanlian.store.internal.claims.JdbcClaims;
import org.quanlian.store.internal.exchange.JdbcExchange;
import org.quanlian.store.internal.integrity.JdbcIntegrityRecords;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.ledger.JdbcLedgerBook;
import org.quanlian.store.internal.publication.JdbcPublications;
import org.quanlian.store.internal.requests.JdbcRepeatedRequests;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Housekeeping;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.calendar.CalendarUpdates;
import org.quanlian.vouchers.claims.ClaimPolicies;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.ReviewBodies;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.integrity.Clawbacks;
import org.quanlian.vouchers.integrity.SuspensionTerms;
import org.quanlian.vouchers.integrity.Violations;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.publication.NoticeClosing;
import org.quanlian.vouchers.publication.Notices;
import org.quanlian.vouchers.publication.Objections;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registry;
import org.quanlian.vouchers.treasury.Allocations;
import org.quanlian.vouchers.treasury.ApprovalRunner;
import org.quanlian.vouchers.treasury.ApprovalRuns;
import org.quanlian.vouchers.treasury.Approvals;
import org.quanlian.vouchers.treasury.Bookkeeper;
import org.quanlian.vouchers.treasury.Budgets;
import org.quanlian.vouchers.treasury.CityExtras;
import org.quanlian.vouchers.treasury.Payments;
import org.quanlian.vouchers.treasury.PinnedTerms;
import org.quanlian.vouchers.treasury.Revocations;
import org.quanlian.vouchers.treasury.SharePayment;
import org.quanlian.vouchers.treasury.Statements;

/**
 * The money of voucher years on a database: the real use cases on the real rows, and in place of registration and mail
 * what remembers enough to answer.
 */
public final class MoneyYear implements Store {
    /** A city of Shanxi. */
    public static final Area TAIYUAN = new Area("140100");

    /** Another. */
    public static final Area DATONG = new Area("140200");

    private static final String DIGEST = "sha-256:" + "0".repeat(64);
    private static final Area SHANXI = new Area("140000");

    private final TestDatabase database;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-08-20T02:00:00Z"));
    private final Map<Id<Organisation>, Organisation> organisations = new ConcurrentHashMap<>();
    private final Map<Id<VoucherClaim>, Boolean> released = new ConcurrentHashMap<>();
    private final Queue<Map.Entry<Object, Notification>> told = new ConcurrentLinkedQueue<>();
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final Ids ids = new Ids(new TickingClock(), new SecureRandom());

    public final Budgets budgets;
    public final Approvals approvals;
    public final ApprovalRuns runs;
    public final ApprovalRunner runner;
    public final CityExtras extras;
    public final Allocations allocations;
    public final Payments payments;
    public final Statements statements = new Statements();
    public final Notices notices;
    public final Objections objections;
    public final NoticeClosing closing = new NoticeClosing();
    public final Revocations revocations;
    public final Violations violations;
    public final Clawbacks clawbacks;

    public MoneyYear(TestDatabase database) {
        this(database, false);
    }

    /** @param teamSharesHostCap whether the policies count a team's grants against its host's cap */
    public MoneyYear(TestDatabase database, boolean teamSharesHostCap) {
        this.database = database;
        PolicyRegistry policies = policies(teamSharesHostCap);
        Bookkeeper bookkeeper = new Bookkeeper(clock, ids);
        PinnedTerms terms = new PinnedTerms(new ClaimPolicies(policies));
        BoundVouchers vouchers = fake(BoundVouchers.class, "release", arguments -> {
            released.put(claimOf(arguments[1]), true);
            return null;
        });
        budgets = new Budgets(bookkeeper, ids);
        approvals = new Approvals(clock, terms, bookkeeper, vouchers);
        runs = new ApprovalRuns(clock, ids, approvals);
        runner = new ApprovalRunner(this, runs);
        extras = new CityExtras(bookkeeper);
        allocations = new Allocations(clock, ids, bookkeeper);
        payments = new Payments(clock, ids, bookkeeper);
        notices = new Notices(clock, ids, terms);
        objections = new Objections(clock, ids, approvals, new Objections.Limits(3, 60));
        revocations = new Revocations(clock, terms, bookkeeper, vouchers, objections::withdraw);
        violations = new Violations(clock, ids, new SuspensionTerms(policies, SHANXI), ReviewBodies.SHANXI);
        clawbacks = new Clawbacks(clock, ids, bookkeeper);
    }

    @Override
    public <T> T write(Function<? super Session, ? extends T> work) {
        return database.transactions().<T>write(sql -> work.apply(session(sql)));
    }

    @Override
    public <T> T read(Function<? super Session, ? extends T> work) {
        return database.transactions().<T>read(sql -> work.apply(session(sql)));
    }

    @Override
    public Undertaking.Scope during(Undertaking undertaking) {
        return () -> {};
    }

    /** Sets the clock to a time in China. */
    public void setTime(String dateTime) {
        now.set(LocalDateTime.parse(dateTime).atZone(ChinaTime.ZONE).toInstant());
    }

    /** The time on the clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The day on the clock. */
    public LocalDate today() {
        return ChinaTime.dateOf(now());
    }

    /** A name of something. */
    public <T> Id<T> id() {
        return ids.next();
    }

    /** Somebody of a role that needs neither organisation nor city. */
    public Actor office(Role role) {
        return new Actor(ids.next(), "张" + role, role, Optional.empty(), Optional.empty());
    }

    /** The department. */
    public Actor department() {
        return office(Role.DEPARTMENT);
    }

    /** The reviewer of a city. */
    public Actor reviewer(Area city) {
        return new Actor(ids.next(), "李审核", Role.CITY_REVIEWER, Optional.empty(), Optional.of(city));
    }

    /** Somebody of a firm. */
    public Actor of(Organisation organisation) {
        return new Actor(ids.next(), "王经办", Role.ENTERPRISE, Optional.of(organisation.id()), Optional.empty());
    }

    /** A new enterprise of a city, without a code of its own that another could have. */
    public Organisation enterprise(Area city) {
        return organisation(Organisation.Kind.TEAM, Optional.empty(), city);
    }

    /** A registration. */
    public Organisation organisation(Organisation.Kind kind, Optional<UnifiedSocialCreditCode> code, Area city) {
        Organisation made = new Organisation(
                ids.next(), kind, code, "示例科技（" + organisations.size() + "）", city, Organisation.State.APPROVED, 1);
        organisations.put(made.id(), made);
        return made;
    }

    /** A claim of a new applicant that waits for the department, with the usual cap. */
    public VoucherClaim reviewed(int year, Area city, String grant) {
        return reviewed(year, city, enterprise(city).id(), Optional.empty(), grant, "500000.00");
    }

    /** A claim that waits for the department. */
    public VoucherClaim reviewed(
            int year,
            Area city,
            Id<Organisation> applicant,
            Optional<Id<Organisation>> host,
            String grant,
            String cap) {
        Money whole = Money.parse(grant);
        Money cityShare = Ratio.parse("0.50").ofDown(whole);
        Filing filing = new Filing(
                Instant.parse("2025-07-01T00:00:00Z"),
                key(year),
                DIGEST,
                ClaimOutcome.ELIGIBLE,
                new Decision.Amounts(
                        whole.plus(whole),
                        whole,
                        whole.minus(cityShare),
                        cityShare,
                        Money.parse(cap),
                        Money.parse(cap).minus(whole)),
                "{}",
                "{}");
        return write(session -> {
            Id<VoucherClaim> id = ids.next();
            VoucherClaim draft = new VoucherClaim(
                    id,
                    city + "-" + id.value().substring(16),
                    applicant,
                    host,
                    city,
                    year,
                    List.of(),
                    ClaimState.DRAFT,
                    Optional.empty(),
                    Optional.empty(),
                    now(),
                    1);
            session.claims().add(draft);
            VoucherClaim reviewed = new VoucherClaim(
                    id,
                    draft.number(),
                    applicant,
                    host,
                    city,
                    year,
                    List.of(),
                    ClaimState.REVIEWED,
                    Optional.of(filing),
                    Optional.empty(),
                    draft.createdAt(),
                    2);
            session.claims().update(draft, reviewed);
            return reviewed;
        });
    }

    /** The claim as it is kept now. */
    public VoucherClaim kept(VoucherClaim claim) {
        return read(session -> session.claims().find(claim.id()).orElseThrow());
    }

    /** Whether the vouchers of a claim were given back. */
    public boolean isReleased(VoucherClaim claim) {
        return released.containsKey(claim.id());
    }

    /** Budgets of a year: the province's, and the same for Taiyuan and Datong. */
    public void budgets(int year, String province, String city) {
        write(session -> {
            budgets.setProvince(session, department(), year, Money.parse(province), "晋财教〔" + year + "〕1号");
            for (Area each : List.of(TAIYUAN, DATONG)) {
                budgets.setCity(session, reviewer(each), year, each, Money.parse(city), "市财〔" + year + "〕1号");
            }
            return year;
        });
    }

    /** Approves the whole of a claim. */
    public VoucherClaim approve(VoucherClaim claim) {
        return write(session -> approvals.approve(session, department(), claim.id(), Optional.empty(), ""));
    }

    /** Brings a claim that waits for the department to where its money is with the city. */
    public VoucherClaim allocated(VoucherClaim claim) {
        approve(claim);
        Instant before = now.get();
        write(session ->
                notices.post(session, department(), claim.year(), "公示 " + claim.number(), List.of(claim.id())));
        now.set(before.plus(Duration.ofDays(30)));
        while (write(session -> closing.closeDue(session, now())) > 0) {
            // Until none is due.
        }
        write(session -> allocations.allocate(
                session,
                department(),
                claim.year(),
                claim.city(),
                "晋财教〔2025〕" + claim.number(),
                today(),
                List.of(claim.id())));
        now.set(before);
        return kept(claim);
    }

    /** Brings a claim that waits for the department to where both shares are paid. */
    public VoucherClaim paid(VoucherClaim claim) {
        VoucherClaim.ApprovedGrant grant = allocated(claim).approved().orElseThrow();
        pay(claim, SharePayment.Share.PROVINCE, grant.provinceShare());
        pay(claim, SharePayment.Share.CITY, grant.cityShare());
        return kept(claim);
    }

    private void pay(VoucherClaim claim, SharePayment.Share share, Money amount) {
        write(session ->
                payments.record(session, reviewer(claim.city()), claim.id(), share, amount, today(), "银行-" + share));
    }

    /** What the node does by itself. */
    public Housekeeping housekeeping() {
        return new Housekeeping(
                this,
                clock,
                new MoneyUseCases(
                        budgets,
                        approvals,
                        runs,
                        extras,
                        notices,
                        objections,
                        closing,
                        allocations,
                        payments,
                        statements,
                        violations,
                        revocations,
                        clawbacks,
                        new CalendarUpdates(clock)));
    }

    /** What a firm was told, oldest first. */
    public List<Notification> toldTo(Organisation organisation) {
        return told.stream()
                .filter(each -> each.getKey().equals(organisation.id()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What adding up the whole ledger finds. */
    public LedgerAudit audit() {
        return read(session -> session.ledger().audit());
    }

    private Session session(Sql sql) {
        Registry registry = fake(
                Registry.class,
                Map.of(
                        "find", arguments -> Optional.ofNullable(organisations.get(arguments[0])),
                        "registration", arguments -> Optional.empty()));
        Notifications notifications = fake(Notifications.class, "tell", arguments -> {
            told.add(Map.entry(arguments[0], (Notification) arguments[1]));
            return null;
        });
        Map<String, Object> ports = Map.of(
                "claims", new JdbcClaims(sql),
                "ledger", new JdbcLedgerBook(sql),
                "treasury", new JdbcTreasury(sql),
                "publications", new JdbcPublications(sql),
                "integrity", new JdbcIntegrityRecords(sql, registry),
                "calendars", new JdbcCalendars(sql),
                "repeatedRequests", new JdbcRepeatedRequests(sql),
                "registry", registry,
                "exchange", new JdbcExchange(sql, ids),
                "notifications", notifications);
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (!ports.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return ports.get(method.getName());
                });
    }

    /** A port of another area that answers one method; so it stands whatever else that area asks for. */
    private static <T> T fake(Class<T> port, String answered, Function<Object[], Object> answer) {
        return fake(port, Map.of(answered, answer));
    }

    /** A port of another area that answers some methods. */
    private static <T> T fake(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName()).apply(arguments);
                }));
    }

    @SuppressWarnings("unchecked")
    private static Id<VoucherClaim> claimOf(Object argument) {
        return (Id<VoucherClaim>) argument;
    }

    private static PolicyKey key(int year) {
        return new PolicyKey(SHANXI, year, new Version(1, 0, 0));
    }

    /** Policies of many years that say the same, so that every test has a year of its own. */
    private static PolicyRegistry policies(boolean teamSharesHostCap) {
        List<PolicyVersion> versions = IntStream.range(2025, 2100)
                .mapToObj(year -> policy(year, teamSharesHostCap))
                .toList();
        return fake(PolicyRegistry.class, "versions", arguments -> versions);
    }

    private static PolicyVersion policy(int year, boolean teamSharesHostCap) {
        DateRange service = new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 6, 30));
        DateRange later = new DateRange(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));
        PolicyDescriptor descriptor = new PolicyDescriptor(
                key(year),
                Status.IN_FORCE,
                new LocalizedText("示例", "Sample"),
                List.of(new LegalDocument("示例〔" + year + "〕1号", "示例通知", "示例单位", Optional.empty())),
                new PolicyWindows(
                        service,
                        later,
                        Instant.parse("2025-07-15T09:00:00Z"),
                        Instant.parse("2025-07-30T09:00:00Z"),
                        5,
                        false));
        return new PolicyVersion(
                descriptor,
                DIGEST,
                new Parameters(List.of(
                        parameter("support.cityShare", "ratio", "0.50"),
                        parameter("support.oddFen", "choice", "PROVINCE"),
                        parameter("support.teamSharesHostCap", "yes/no", teamSharesHostCap),
                        parameter("violation.suspensionYears", "years", 3))),
                List.of(),
                true);
    }

    private static Parameter parameter(String name, String unit, Object value) {
        return new Parameter(
                name,
                new LocalizedText(name, name),
                unit,
                List.of(new DatedValue(
                        LocalDate.of(2024, 1, 1),
                        value,
                        new LegalRef("示例", "三"),
                        Verification.STATED,
                        Optional.empty())));
    }
}
