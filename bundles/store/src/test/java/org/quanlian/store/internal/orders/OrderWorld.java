package org.quanlian.store.internal.orders;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.Contract;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.documents.JdbcDocumentIndex;
import org.quanlian.store.internal.exchange.JdbcExchange;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Claims;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.ReviewingCity;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.Binding;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Hosts;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.Ordering;
import org.quanlian.vouchers.orders.SupportedOnce;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registry;

/** Fictitious firms that order and bind on a real database; what other areas keep is kept in memory. */
public final class OrderWorld {
    /** The instant at which everything happens. */
    public static final Instant NOW = Instant.parse("2025-06-01T04:00:00Z");

    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Area TAIYUAN = new Area("140100");

    /** Makes names. */
    public final Ids ids = new Ids(new TickingClock(), new SecureRandom());

    /** Tells {@link #NOW}. */
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Who is the host of which team. */
    public final Map<Id<Organisation>, Id<Organisation>> hosts = new ConcurrentHashMap<>();

    /** Claims that others keep. */
    public final Map<String, VoucherClaim> claims = new ConcurrentHashMap<>();

    /** Experts of claims. */
    public final Map<String, Set<Id<Account>>> experts = new ConcurrentHashMap<>();

    /** Who was told. */
    public final List<Id<Organisation>> told = new CopyOnWriteArrayList<>();

    private final Map<Id<Organisation>, Organisation> organisations = new ConcurrentHashMap<>();
    private final Transactions transactions;

    /** Tells who acts for a team. */
    public final Hosts hostOf = (session, team) -> Optional.ofNullable(hosts.get(team));

    /** Tells that Taiyuan reviews everybody of Shanxi. */
    public final ReviewingCity cityOf = (session, id) -> Optional.ofNullable(organisations.get(id))
            .map(organisation -> organisation.area())
            .filter(area -> area.code().startsWith("14"))
            .map(area -> TAIYUAN);

    /** Orders services. */
    public final Ordering ordering =
            new Ordering(clock, ids, hostOf, cityOf, (session, provider, item) -> item.equals("item-1"));

    /** Binds vouchers. */
    public final Binding binding = new Binding(clock);

    /** Guards activities. */
    public final SupportedOnce once = new SupportedOnce();

    /** A world on a database. */
    public OrderWorld(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Does work in a transaction. */
    public <T> T write(Function<Session, T> work) {
        return transactions.write(sql -> work.apply(session(sql)));
    }

    /** Reads in a transaction. */
    public <T> T read(Function<Session, T> work) {
        return transactions.read(sql -> work.apply(session(sql)));
    }

    /** A session whose orders and documents are in the database. */
    public Session session(Sql sql) {
        Registry registry = Stub.of(
                Registry.class, Map.of("find", arguments -> Optional.ofNullable(organisations.get(arguments[0]))));
        Claims kept = Stub.of(
                Claims.class,
                Map.of(
                        "find", arguments -> Optional.ofNullable(claims.get(arguments[0].toString())),
                        "experts", arguments -> experts.getOrDefault(arguments[0].toString(), Set.of())));
        Notifications notifications = Stub.of(Notifications.class, Map.of("tell", arguments -> {
            if (!(arguments[1] instanceof Notification)) {
                throw new IllegalArgumentException();
            }
            told.add(new Id<>(arguments[0].toString()));
            return null;
        }));
        return Stub.of(
                Session.class,
                Map.of(
                        "orders", arguments -> new JdbcOrders(sql),
                        "documents", arguments -> new JdbcDocumentIndex(sql),
                        "registry", arguments -> registry,
                        "claims", arguments -> kept,
                        "exchange", arguments -> new JdbcExchange(sql, ids),
                        "notifications", arguments -> notifications));
    }

    /** An organisation, registered and approved. */
    public Organisation organisation(Organisation.Kind kind) {
        return organisation(kind, Organisation.State.APPROVED);
    }

    /** An organisation in a state of its registration. */
    public Organisation organisation(Organisation.Kind kind, Organisation.State state) {
        Organisation made = new Organisation(
                ids.next(),
                kind,
                Optional.of(new UnifiedSocialCreditCode(code(organisations.size()))),
                "虚构单位" + organisations.size(),
                TAIYUAN,
                state,
                1);
        organisations.put(made.id(), made);
        return made;
    }

    /** Another registration of the same firm. */
    public Organisation again(Organisation firm) {
        Organisation made =
                new Organisation(ids.next(), firm.kind(), firm.uscc(), firm.name(), firm.area(), firm.state(), 1);
        organisations.put(made.id(), made);
        return made;
    }

    /** An actor of an organisation. */
    public Actor actor(Organisation organisation) {
        Role role =
                switch (organisation.kind()) {
                    case ENTERPRISE -> Role.ENTERPRISE;
                    case PROVIDER -> Role.PROVIDER;
                    case HOST -> Role.HOST;
                    case TEAM -> throw new IllegalArgumentException("a team acts by its host");
                };
        return new Actor(ids.next(), "虚构经办人", role, Optional.of(organisation.id()), Optional.empty());
    }

    /** An actor of an office. */
    public Actor office(Role role) {
        return new Actor(
                ids.next(),
                "虚构经办人",
                role,
                Optional.empty(),
                role == Role.CITY_REVIEWER ? Optional.of(TAIYUAN) : Optional.empty());
    }

    /** The claim of an applicant. */
    public VoucherClaim claim(Organisation applicant, String number) {
        VoucherClaim claim = new VoucherClaim(
                ids.next(),
                number,
                applicant.id(),
                Optional.empty(),
                TAIYUAN,
                2025,
                List.of(),
                ClaimState.FILED,
                Optional.empty(),
                Optional.empty(),
                NOW,
                1);
        claims.put(claim.id().value(), claim);
        return claim;
    }

    /** What is asked of a provider. */
    public static OrderRequest request(Organisation provider) {
        return new OrderRequest(
                provider.id(), Optional.empty(), "样品成分测试", ServiceCategory.TESTING, Money.ofYuan(120_000));
    }

    /** The four papers of a service, uploaded by an organisation. */
    public List<Evidence.Attachment> papers(Organisation owner) {
        return write(session -> Arrays.stream(ServiceMaterial.values())
                .map(material -> new Evidence.Attachment(
                        material,
                        document(session, owner, DocumentPurpose.of(material)).id()))
                .toList());
    }

    /** A document in the index. */
    public StoredDocument document(Session session, Organisation owner, DocumentPurpose purpose) {
        String digest = "0".repeat(64);
        StoredDocument document = new StoredDocument(
                ids.next(),
                owner.id(),
                Optional.of(TAIYUAN),
                purpose,
                "材料.pdf",
                new KeptContent(digest, DocumentType.PDF, 10, digest, digest, purpose.isPersonal()),
                ids.next(),
                NOW);
        session.documents().add(document);
        return document;
    }

    /** What proves a service that cost 120 000 yuan. */
    public static Evidence evidence(String contract, InvoiceNumber invoice, List<Evidence.Attachment> papers) {
        LocalDate day = LocalDate.of(2025, 5, 6);
        Money amount = Money.ofYuan(120_000);
        return new Evidence(
                Optional.empty(),
                new Contract(Optional.of(contract), Optional.of(day), Optional.of(amount)),
                List.of(new Invoice(invoice, day, amount)),
                List.of(new Payment(day, amount)),
                papers);
    }

    /** A voucher that was ordered, accepted, proved and confirmed. */
    public VoucherOrder bound(Organisation applicant, Organisation provider, String contract, InvoiceNumber invoice) {
        return bound(applicant, provider, evidence(contract, invoice, papers(applicant)));
    }

    /** A voucher that was proved by the given evidence. */
    public VoucherOrder bound(Organisation applicant, Organisation provider, Evidence evidence) {
        return write(session -> {
            Actor buys = actor(applicant);
            Actor sells = actor(provider);
            VoucherOrder order = ordering.order(session, buys, Optional.empty(), request(provider));
            ordering.accept(session, sells, order.id(), Optional.empty());
            binding.prove(session, buys, order.id(), evidence, Optional.empty());
            return binding.confirm(session, sells, order.id(), Optional.empty());
        });
    }

    /** A code that is valid in form. */
    static String code(int serial) {
        StringBuilder code = new StringBuilder("9114" + String.format("%013d", serial));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += CODE_ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CODE_ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    /** Twenty digits that no other test uses. */
    public InvoiceNumber invoice() {
        return InvoiceNumber.digital(digits());
    }

    /** Twenty digits that no other test uses. */
    public String digits() {
        StringBuilder digits = new StringBuilder("2514");
        SecureRandom random = new SecureRandom();
        while (digits.length() < 20) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** How often each was told since the last time. */
    public Map<Id<Organisation>, Integer> toldSoFar() {
        Map<Id<Organisation>, Integer> counts = new HashMap<>();
        List<Id<Organisation>> all = new ArrayList<>(told);
        told.clear();
        all.forEach(id -> counts.merge(id, 1, Integer::sum));
        return counts;
    }
}
