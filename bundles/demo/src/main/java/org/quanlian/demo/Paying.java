package org.quanlian.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.integrity.ClawbackParts;
import org.quanlian.vouchers.integrity.Violation;
import org.quanlian.vouchers.integrity.Violations;
import org.quanlian.vouchers.treasury.SharePayment;

/** Money goes to the cities and to the enterprises, and some of it comes back. */
final class Paying {
    private static final int BATCH = 50;
    private static final long SECONDS_BETWEEN = 600;

    private final Stage stage;
    private final MoneyUseCases money;
    private final Cast cast;

    Paying(Stage stage, Cast cast) {
        this.stage = stage;
        this.money = stage.year().money();
        this.cast = cast;
    }

    void allocate(List<Claimed> claims) {
        Map<Area, List<Id<VoucherClaim>>> cities = stage.write(session -> those(claims, Fates.FUNDED::contains).stream()
                .map(claim -> session.claims().find(claim.id()).orElseThrow())
                .collect(Collectors.groupingBy(
                        VoucherClaim::city,
                        () -> new TreeMap<>(Comparator.comparing(Area::code)),
                        Collectors.mapping(VoucherClaim::id, Collectors.toList()))));
        stage.each("allocations", List.copyOf(cities.keySet()), 1, (session, city) -> {
            stage.clock().set(Dates.ALLOCATION);
            String document = "示财教〔2025〕72号-" + city;
            return money.allocations()
                    .allocate(
                            session,
                            cast.department(),
                            Dates.YEAR,
                            city,
                            document,
                            ChinaTime.dateOf(Dates.ALLOCATION),
                            cities.get(city));
        });
    }

    /** Both shares of most, and of some only the province's so far. */
    void pay(List<Claimed> claims) {
        List<Payment> due = new ArrayList<>();
        for (Claimed claim : those(claims, Fates.FUNDED::contains)) {
            Instant at = Dates.PAYMENTS.plusSeconds(SECONDS_BETWEEN * due.size());
            if (Fates.PAID_OUT.contains(claim.plan().fate())) {
                due.add(new Payment(claim, SharePayment.Share.PROVINCE, at));
                due.add(new Payment(claim, SharePayment.Share.CITY, at.plusSeconds(SECONDS_BETWEEN)));
            } else if (claim.plan().fate() == ClaimState.ALLOCATED
                    && claim.plan().score() % 2 == 0) {
                due.add(new Payment(claim, SharePayment.Share.PROVINCE, at));
            }
        }
        stage.each("payments", due, BATCH, this::pay);
    }

    void findViolations(List<Claimed> claims) {
        List<Claimed> found = those(claims, fate -> switch (fate) {
            case REVOKED, CLAWED_BACK, PARTLY_CLAWED_BACK -> true;
            default -> false;
        });
        stage.each("violations", found, BATCH, this::answer);
    }

    /** What was filed for services of the second half goes on into the next year. */
    void carryOver(List<Claimed> claims) {
        List<Claimed> later = those(claims, fate -> fate == ClaimState.CARRIED_OVER);
        stage.each("carried", later, BATCH, (session, claim) -> {
            stage.clock().set(Dates.CARRY_OVER);
            return stage.year()
                    .claims()
                    .carryOver()
                    .carryOver(session, cast.department(), claim.id(), "下半年发生的服务，结转2026年度（示例）");
        });
    }

    private SharePayment pay(Session session, Payment due) {
        stage.clock().set(due.at());
        VoucherClaim claim = session.claims().find(due.claim().id()).orElseThrow();
        VoucherClaim.ApprovedGrant grant = claim.approved().orElseThrow();
        boolean province = due.share() == SharePayment.Share.PROVINCE;
        return money.payments()
                .record(
                        session,
                        cast.reviewer(claim.city()),
                        claim.id(),
                        due.share(),
                        province ? grant.provinceShare() : grant.cityShare(),
                        ChinaTime.dateOf(due.at()),
                        (province ? "SL-S-" : "SL-C-") + claim.number());
    }

    private Violation answer(Session session, Claimed of) {
        VoucherClaim claim = session.claims().find(of.id()).orElseThrow();
        stage.clock().set(Dates.VIOLATIONS);
        ClaimState fate = of.plan().fate();
        boolean whole = fate != ClaimState.PARTLY_CLAWED_BACK;
        Violation violation = money.violations()
                .record(
                        session,
                        cast.department(),
                        new Violations.Found(
                                claim.applicant(),
                                Optional.of(claim.id()),
                                Dates.YEAR,
                                whole ? Violation.Conduct.FALSIFICATION : Violation.Conduct.TRADING_VOUCHERS,
                                whole ? Violation.Severity.GRAVE : Violation.Severity.ORDINARY,
                                "抽查发现服务合同与实际服务不符（示例）",
                                List.of(),
                                List.of(),
                                ChinaTime.dateOf(Dates.VIOLATIONS),
                                false));
        if (fate == ClaimState.REVOKED) {
            money.revocations().revoke(session, cast.department(), claim.id(), "抽查发现问题，撤销支持（示例）");
            return violation;
        }
        Money grant = claim.approved().orElseThrow().grant();
        Optional<Money> amount = whole ? Optional.empty() : Optional.of(new Money(grant.fen() / 3));
        ClawbackParts parts =
                money.clawbacks().clawBack(session, cast.department(), claim.id(), amount, "抽查发现问题，追回资金（示例）");
        stage.clock().set(Dates.RECOVERY);
        Money back = whole ? new Money(parts.total().fen() / 2) : parts.total();
        money.clawbacks()
                .recover(
                        session,
                        cast.department(),
                        claim.id(),
                        back,
                        ChinaTime.dateOf(Dates.RECOVERY),
                        "SL-T-" + claim.number());
        return violation;
    }

    private static List<Claimed> those(List<Claimed> claims, Predicate<ClaimState> fate) {
        return claims.stream().filter(claim -> fate.test(claim.plan().fate())).toList();
    }

    /**
     * A payment.
     *
     * @param claim of which claim
     * @param share whose money
     * @param at when
     */
    private record Payment(Claimed claim, SharePayment.Share share, Instant at) {}
}
