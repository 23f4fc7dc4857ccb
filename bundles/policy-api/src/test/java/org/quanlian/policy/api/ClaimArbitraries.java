package org.quanlian.policy.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.policy.api.parameters.DatedValue;
import org.quanlian.policy.api.parameters.Parameter;

/**
 * Claims of every kind, for properties: usual ones, ones with missing or wrong facts, and ones at the borders of a
 * policy's periods and sums.
 *
 * <p>Most facts are usual, so that many claims earn something; use them with {@code EdgeCasesMode.NONE}, for the borders
 * are in the arbitraries themselves.
 */
public final class ClaimArbitraries {
    private static final UnifiedSocialCreditCode USCC = new UnifiedSocialCreditCode("91140100MA0GTAT1XC");
    private static final int INVOICE_POOL = 200;

    private final Area province;
    private final LocalDate firstDay;
    private final PolicyWindows windows;
    private final List<Long> bounds;

    private ClaimArbitraries(Area province, LocalDate firstDay, PolicyWindows windows, List<Long> bounds) {
        this.province = province;
        this.firstDay = firstDay;
        this.windows = windows;
        this.bounds = bounds;
    }

    /** Claims around the periods and sums of a pack; none of them before its first day. */
    public static ClaimArbitraries around(PolicyPack pack) {
        LocalDate firstDay = pack.parameters().all().stream()
                .map(Parameter::firstDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Long> bounds = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 99L, 100L, 101L));
        for (Parameter parameter : pack.parameters().all()) {
            if (parameter.unit().equals("yuan")) {
                for (DatedValue value : parameter.values()) {
                    long fen = Money.parse(value.value().toString()).fen();
                    bounds.addAll(List.of(fen - 1, fen, fen + 1, 2 * fen - 1, 2 * fen, 2 * fen + 1, 2 * fen + 2));
                }
            }
        }
        PolicyDescriptor descriptor = pack.descriptor();
        return new ClaimArbitraries(descriptor.key().province(), firstDay, descriptor.windows(), List.copyOf(bounds));
    }

    /** Claims. */
    public Arbitrary<Claim> claims() {
        return Combinators.combine(
                        instants(),
                        applicants(),
                        grantedBefore(),
                        usually(Set.of(ClaimMaterial.values()), ClaimMaterial.class),
                        services().list().ofMinSize(1).ofMaxSize(6))
                .as((asOf, applicant, granted, materials, services) ->
                        new Claim(asOf, applicant, granted, materials, numbered(services)));
    }

    /** Services, all of them with the same id. */
    public Arbitrary<Service> services() {
        Arbitrary<Told> told = Combinators.combine(
                        contracts(),
                        lists(invoiceSums(), 5),
                        lists(paymentSums(), 4),
                        invoiceNumbers().list().ofSize(5))
                .as(Told::new);
        return Combinators.combine(
                        amounts(),
                        mostly(ServiceCategory.TESTING, Arbitraries.of(ServiceCategory.class)),
                        ClaimArbitraries.<Optional<Exclusion>>mostly(
                                Optional.empty(),
                                Arbitraries.of(Exclusion.class).map(Optional::of)),
                        providers(),
                        usually(Set.of(ServiceMaterial.values()), ServiceMaterial.class),
                        told)
                .as((price, category, exclusion, provider, materials, facts) -> new Service(
                        "s",
                        category,
                        exclusion,
                        provider,
                        facts.contractOf(price),
                        facts.invoicesOf(price),
                        facts.paymentsOf(price),
                        materials));
    }

    /** Amounts that are not negative, in fen: usual ones, and ones at the sums that the policy names. */
    public Arbitrary<Long> amounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 40_000_000)),
                Tuple.of(3, Arbitraries.of(bounds)),
                Tuple.of(1, Arbitraries.longs().between(0, 1_000_000_000_000L)));
    }

    private Arbitrary<Instant> instants() {
        Instant deadline = windows.filingDeadline();
        Instant first = firstDay.atStartOfDay(ChinaTime.ZONE).toInstant();
        Arbitrary<Instant> inTime = Arbitraries.longs()
                .between(first.getEpochSecond(), deadline.getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> borders = Arbitraries.of(
                first, deadline.minusNanos(1), deadline, deadline.plusNanos(1), deadline.plusSeconds(86_400));
        return Arbitraries.frequencyOf(Tuple.of(9, inTime), Tuple.of(2, borders));
    }

    private Arbitrary<LocalDate> days() {
        List<LocalDate> borders = new ArrayList<>();
        for (LocalDate border : List.of(
                windows.servicePeriod().from(),
                windows.servicePeriod().until(),
                windows.carryOverPeriod().from(),
                windows.carryOverPeriod().until())) {
            borders.addAll(List.of(border.minusDays(1), border, border.plusDays(1)));
        }
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        daysIn(
                                windows.servicePeriod().from(),
                                windows.servicePeriod().until())),
                Tuple.of(
                        2,
                        daysIn(
                                windows.carryOverPeriod().from(),
                                windows.carryOverPeriod().until())),
                Tuple.of(3, Arbitraries.of(borders)));
    }

    private static Arbitrary<LocalDate> daysIn(LocalDate from, LocalDate until) {
        return Arbitraries.longs()
                .between(from.toEpochDay(), until.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private Arbitrary<Fact<Money>> grantedBefore() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Fact.of(Money.ZERO))),
                Tuple.of(4, amounts().map(Money::new).map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
    }

    private Arbitrary<Applicant> applicants() {
        Arbitrary<Optional<LocalDate>> suspensions = Arbitraries.longs()
                .between(-400, 400)
                .map(days -> Optional.of(windows.servicePeriod().until().plusDays(days)));
        return Combinators.combine(
                        parties(),
                        mostly(cityOf(province), areas()),
                        mostly(Money.ofYuan(1), Arbitraries.just(Money.ZERO)),
                        mostly(false, Arbitraries.just(true)),
                        ClaimArbitraries.<Optional<LocalDate>>mostly(Optional.empty(), suspensions),
                        scales(),
                        qualifications())
                .as((party, area, research, discredited, suspended, scale, qualifications) -> new Applicant(
                        party, Optional.empty(), area, research, discredited, suspended, scale, qualifications));
    }

    private static Arbitrary<Party> parties() {
        Arbitrary<Party> enterprises =
                mostly(true, Arbitraries.just(false)).map(independent -> new Party.Enterprise(USCC, independent));
        Arbitrary<Party> teams = Arbitraries.of(Fact.of(new Party.Host(USCC, "示例孵化器")), Fact.<Party.Host>missing())
                .map(host -> new Party.Team(Optional.empty(), host));
        return Arbitraries.frequencyOf(Tuple.of(6, enterprises), Tuple.of(1, teams));
    }

    private static Arbitrary<Fact<Scale>> scales() {
        Arbitrary<Fact<Integer>> people = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 3_000).map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
        Arbitrary<Fact<Money>> sums = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.longs()
                                .between(0, 4_000_000_000L)
                                .map(Money::ofYuan)
                                .map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
        Arbitrary<Fact<Scale>> told = Combinators.combine(
                        mostly(Industry.SOFTWARE, Arbitraries.of(Industry.class)), people, sums, sums)
                .as((industry, employees, revenue, assets) -> Fact.of(new Scale(industry, employees, revenue, assets)));
        return Arbitraries.frequencyOf(Tuple.of(3, told), Tuple.of(1, Arbitraries.just(Fact.missing())));
    }

    private Arbitrary<Fact<List<Qualification>>> qualifications() {
        Arbitrary<Validity> validities = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Validity.ALWAYS)),
                Tuple.of(1, days().map(day -> new Validity(Optional.of(day), Optional.empty()))),
                Tuple.of(1, days().map(day -> new Validity(Optional.empty(), Optional.of(day)))));
        Arbitrary<Qualification> one = Combinators.combine(Arbitraries.of(QualificationType.class), validities)
                .as((type, validity) -> new Qualification(type, Optional.empty(), validity));
        return Arbitraries.frequencyOf(
                Tuple.of(20, one.list().ofMinSize(1).ofMaxSize(3).map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.of(List.of()))),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
    }

    private Arbitrary<Provider> providers() {
        return Combinators.combine(
                        mostly(ProviderKind.UNIVERSITY, Arbitraries.of(ProviderKind.class)),
                        mostly(ProviderLevel.PROVINCIAL, Arbitraries.of(ProviderLevel.class)),
                        mostly(province, areas()),
                        mostly(true, Arbitraries.just(false)),
                        mostly(true, Arbitraries.just(false)),
                        mostly(false, Arbitraries.just(true)),
                        mostly(false, Arbitraries.just(true)))
                .as((kind, level, area, sharing, voucher, discredited, affiliated) -> new Provider(
                        Optional.empty(),
                        Optional.empty(),
                        kind,
                        level,
                        area,
                        sharing,
                        voucher,
                        discredited,
                        affiliated));
    }

    private static Arbitrary<Optional<Part>> contracts() {
        return Arbitraries.of(
                Optional.of(Part.WHOLE),
                Optional.of(Part.WHOLE),
                Optional.of(Part.ONE_FEN_MORE),
                Optional.of(Part.ONE_FEN_LESS),
                Optional.of(Part.HALF),
                Optional.<Part>empty());
    }

    private Arbitrary<Sum> invoiceSums() {
        return sums(Part.OWN, Part.OWN, Part.OWN, Part.OWN, Part.WHOLE, Part.HALF, Part.REST, Part.OWN_TAKEN_BACK);
    }

    private Arbitrary<Sum> paymentSums() {
        return sums(Part.OWN, Part.OWN, Part.OWN, Part.WHOLE, Part.HALF, Part.REST, Part.ONE_FEN_MORE);
    }

    private Arbitrary<Sum> sums(Part... parts) {
        return Combinators.combine(days(), Arbitraries.of(parts), amounts()).as(Sum::new);
    }

    /** Half of them the whole price at once, most others several sums; a few empty or missing. */
    private Arbitrary<Fact<List<Sum>>> lists(Arbitrary<Sum> sums, int most) {
        Arbitrary<Sum> whole = days().map(day -> new Sum(day, Part.WHOLE, 0));
        return Arbitraries.frequencyOf(
                Tuple.of(8, whole.map(sum -> Fact.of(List.of(sum)))),
                Tuple.of(8, sums.list().ofMinSize(1).ofMaxSize(most).map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.of(List.of()))),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
    }

    private static Arbitrary<InvoiceNumber> invoiceNumbers() {
        return Arbitraries.integers().between(0, INVOICE_POOL).map(serial -> {
            String digits = String.format("%08d", serial / 2);
            return serial % 2 == 0
                    ? InvoiceNumber.digital("251420000000" + digits)
                    : InvoiceNumber.coded("251420000000", digits);
        });
    }

    private static <T> Arbitrary<Fact<T>> mostly(T usual, Arbitrary<T> others) {
        return Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.just(Fact.of(usual))),
                Tuple.of(2, others.map(Fact::of)),
                Tuple.of(1, Arbitraries.just(Fact.missing())));
    }

    private static <E extends Enum<E>> Arbitrary<Set<E>> usually(Set<E> whole, Class<E> type) {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(whole)),
                Tuple.of(1, Arbitraries.of(type).set()));
    }

    private static Arbitrary<Area> areas() {
        return Arbitraries.of("110000", "140100", "140171", "141100", "460000", "460100", "469001", "410100")
                .map(Area::new);
    }

    private static Area cityOf(Area province) {
        return new Area(province.code().substring(0, 2) + "0100");
    }

    private static List<Service> numbered(List<Service> services) {
        List<Service> numbered = new ArrayList<>();
        for (Service service : services) {
            numbered.add(new Service(
                    "s" + (numbered.size() + 1),
                    service.category(),
                    service.exclusion(),
                    service.provider(),
                    service.contract(),
                    service.invoices(),
                    service.payments(),
                    service.materials()));
        }
        return numbered;
    }

    /** Which part of a service's price a sum is. */
    private enum Part {
        WHOLE,
        HALF,
        REST,
        ONE_FEN_MORE,
        ONE_FEN_LESS,
        /** No part of it, but an amount of its own. */
        OWN,
        /** The same on a red-letter invoice. */
        OWN_TAKEN_BACK;

        Money of(long price, long own) {
            return new Money(
                    switch (this) {
                        case WHOLE -> price;
                        case HALF -> price / 2;
                        case REST -> price - price / 2;
                        case ONE_FEN_MORE -> price + 1;
                        case ONE_FEN_LESS -> Math.max(0, price - 1);
                        case OWN -> own;
                        case OWN_TAKEN_BACK -> -own;
                    });
        }
    }

    /** A sum on a day, before the price is known. */
    private record Sum(LocalDate day, Part part, long own) {
        Money of(long price) {
            return part.of(price, own);
        }
    }

    /** What a service tells about sums, before its price is known. */
    private record Told(
            Optional<Part> contract, Fact<List<Sum>> invoices, Fact<List<Sum>> payments, List<InvoiceNumber> numbers) {
        Contract contractOf(long price) {
            return contract.map(
                            part -> new Contract(Optional.empty(), Optional.empty(), Optional.of(part.of(price, 0))))
                    .orElse(Contract.UNKNOWN);
        }

        Fact<List<Invoice>> invoicesOf(long price) {
            return invoices.map(sums -> {
                List<Invoice> all = new ArrayList<>();
                for (Sum sum : sums) {
                    all.add(new Invoice(numbers.get(all.size()), sum.day(), sum.of(price)));
                }
                return all;
            });
        }

        Fact<List<Payment>> paymentsOf(long price) {
            return payments.map(sums -> sums.stream()
                    .map(sum -> new Payment(sum.day(), sum.of(price)))
                    .toList());
        }
    }
}
