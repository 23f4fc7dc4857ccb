package org.quanlian.store.internal.registry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.exchange.JdbcExchange;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.integrity.IntegrityRecords;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListImports;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.ListReading;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.KnownFacts;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.PersonKeys;
import org.quanlian.vouchers.registry.PlatformApproval;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.HostProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.RegistrationDecisions;
import org.quanlian.vouchers.registry.Registrations;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.registry.RegistrySettings;
import org.quanlian.vouchers.registry.Representative;
import org.quanlian.vouchers.registry.ResidentNumber;
import org.quanlian.vouchers.relations.Relation;

/** The registry's use cases on a database, with the areas next to it played by this. */
final class RegistryYear {
    static final Instant NOW = Instant.parse("2025-06-16T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2025, 6, 16);
    static final Area TAIYUAN = new Area("140105");
    static final PersonKeys KEYS = new PersonKeys("a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8));
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    final Ids ids = new Ids(new TickingClock(), new SecureRandom());
    final List<String> told = new CopyOnWriteArrayList<>();
    final Map<Id<Organisation>, LocalDate> suspended = new ConcurrentHashMap<>();
    final Map<String, Id<Organisation>> logins = new ConcurrentHashMap<>();
    final Registrations registrations;
    final RegistrationDecisions decisions;
    final ListImports lists;
    final KnownFacts facts = new KnownFacts(RegistrySettings.DEFAULT);
    private final TestDatabase database;
    private final Random random = new Random();

    RegistryYear(TestDatabase database) {
        this.database = database;
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        this.registrations = new Registrations(clock, ids, this::open);
        this.decisions = new RegistrationDecisions(clock);
        this.lists = new ListImports(clock, ids);
    }

    <T> T write(Function<Session, T> work) {
        return database.transactions().write(sql -> work.apply(session(sql)));
    }

    <T> T read(Function<Session, T> work) {
        return database.transactions().read(sql -> work.apply(session(sql)));
    }

    Actor actor(Role role) {
        return new Actor(ids.next(), "示例用户", role, Optional.empty(), Optional.empty());
    }

    Actor reviewer(String city) {
        return new Actor(ids.next(), "示例初审", Role.CITY_REVIEWER, Optional.empty(), Optional.of(new Area(city)));
    }

    Actor of(Registration registration) {
        Role role = Role.valueOf(registration.organisation().kind().name());
        return new Actor(ids.next(), "示例用户", role, Optional.of(registration.id()), Optional.empty());
    }

    Registration enterprise() {
        return register(enterprise(uscc(), "示例科技" + random.nextInt(1_000_000)));
    }

    Registration provider(String name) {
        return register(provider(uscc(), name));
    }

    Registration approvedProvider(String name) {
        return approve(provider(name));
    }

    Registration host() {
        return register(new Application(
                Optional.of(uscc()),
                "示例孵化器" + random.nextInt(1_000_000),
                TAIYUAN,
                new HostProfile(Optional.empty(), List.of(approval(ProviderLevel.PROVINCIAL)))));
    }

    Registration register(Application application) {
        return write(session -> registrations.register(session, application, opening(login())));
    }

    Registration approve(Registration registration) {
        return write(session -> decisions.approve(
                session,
                actor(Role.SHARING_CENTRE),
                registration.id(),
                registration.organisation().version(),
                false));
    }

    Registration reload(Registration registration) {
        return read(
                session -> session.registry().registration(registration.id()).orElseThrow());
    }

    String login() {
        return "user" + (random.nextLong() >>> 1);
    }

    static AccountOpening.Opening opening(String login) {
        return new AccountOpening.Opening(login, "示例用户", Optional.empty(), new PasswordHash("$argon2id$hash"));
    }

    static Application enterprise(UnifiedSocialCreditCode uscc, String name) {
        TreeMap<Integer, Money> spending = new TreeMap<>(Map.of(2024, Money.ofYuan(350_000)));
        return new Application(
                Optional.of(uscc),
                name,
                TAIYUAN,
                new EnterpriseProfile(
                        Fact.of(true),
                        Optional.empty(),
                        new ApplicantFigures(ApplicantFigures.NONE.scale(), spending, List.of())));
    }

    static Application provider(UnifiedSocialCreditCode uscc, String name) {
        return new Application(
                Optional.of(uscc),
                name,
                new Area("140000"),
                new ProviderProfile(
                        ProviderKind.KEY_LABORATORY,
                        Optional.empty(),
                        List.of(approval(ProviderLevel.MUNICIPAL), approval(ProviderLevel.NATIONAL)),
                        Optional.of("GX-1"),
                        false));
    }

    static PlatformApproval approval(ProviderLevel level) {
        return new PlatformApproval("示例平台", "示科发〔2024〕1号", "示例科技厅", level);
    }

    static Representative representative(String number) {
        return Representative.of("张示例", new ResidentNumber(number), KEYS);
    }

    static Application represented(Application application, Representative by) {
        Profile profile = application.profile().representedBy(Optional.of(by));
        return new Application(application.uscc(), application.name(), application.area(), profile);
    }

    ListImport list(ListKind kind, String series, LocalDate asOf, ListContent content) {
        String digest = "%064x".formatted(new BigInteger(250, random));
        return write(session -> lists.add(
                session,
                actor(Role.SHARING_CENTRE),
                kind,
                series,
                asOf,
                digest,
                new ListReading(content, List.of(), 0)));
    }

    static ListContent entries(ListContent.Entry... entries) {
        return new ListContent(List.of(entries), List.of());
    }

    static ListContent relations(Relation... relations) {
        return new ListContent(List.of(), List.of(relations));
    }

    /** A code that nobody has, valid in form. */
    UnifiedSocialCreditCode uscc() {
        StringBuilder code = new StringBuilder("91140100");
        while (code.length() < 17) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return new UnifiedSocialCreditCode(
                code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString());
    }

    private Account open(Session session, Role role, Id<Organisation> organisation, AccountOpening.Opening opening) {
        if (logins.putIfAbsent(opening.login(), organisation) != null) {
            throw new RefusedException.Texts(AccountOpening.class)
                    .refused(RefusedException.Kind.CONFLICT, "account.login.taken", opening.login());
        }
        return new Account(
                ids.next(),
                opening.login(),
                opening.name(),
                role,
                Optional.of(organisation),
                Optional.empty(),
                Optional.empty(),
                Account.State.ACTIVE,
                NOW,
                1);
    }

    private Session session(Sql sql) {
        Map<String, InvocationHandler> areas = new HashMap<>();
        areas.put("registry", (proxy, method, arguments) -> new JdbcRegistry(sql));
        areas.put("exchange", (proxy, method, arguments) -> new JdbcExchange(sql, ids));
        areas.put("notifications", (proxy, method, arguments) -> port(Notifications.class, this::tell));
        areas.put(
                "integrity",
                (proxy, method, arguments) ->
                        port(IntegrityRecords.class, (self, asked, of) -> Optional.ofNullable(suspended.get(of[0]))));
        return port(Session.class, (proxy, method, arguments) -> areas.get(method.getName())
                .invoke(proxy, method, arguments));
    }

    private Object tell(Object proxy, Method method, Object[] arguments) {
        told.add(arguments[0] + " " + ((Notification) arguments[1]).kind());
        return proxy;
    }

    private static <T> T port(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, of) -> {
            Object answer = handler.invoke(proxy, method, of);
            return method.getReturnType() == void.class ? null : answer;
        }));
    }
}
