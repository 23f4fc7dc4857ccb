package org.quanlian.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.demo.Script.Turn;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.Objections;
import org.quanlian.vouchers.publication.PublicNotice;
import org.quanlian.vouchers.treasury.ApprovalRun;
import org.quanlian.vouchers.treasury.ApprovalRunner;
import org.quanlian.vouchers.treasury.ApprovalRuns;

/** The department sets budgets, approves in its order until the budget runs out, and publishes. */
final class Deciding {
    private static final int BATCH = 50;
    private static final int PERCENT = 100;
    private static final Money ROUND = Money.ofYuan(100_000);

    private final Stage stage;
    private final MoneyUseCases money;
    private final Cast cast;

    Deciding(Stage stage, Cast cast) {
        this.stage = stage;
        this.money = stage.year().money();
        this.cast = cast;
    }

    /** Budgets as the year begins: each city can carry what is claimed in it. */
    void budgets(Script script) {
        Map<Area, Money> spends = new HashMap<>();
        script.claims()
                .forEach(claim -> spends.merge(
                        script.enterprises().get(claim.enterprise()).city(), claim.spend(), Money::plus));
        Instant at = Dates.BUDGET.atTime(10, 0).atZone(ChinaTime.ZONE).toInstant();
        stage.at(at, session -> {
            Money all = spends.values().stream().reduce(Money.ZERO, Money::plus);
            money.budgets().setProvince(session, cast.department(), Dates.YEAR, quarter(all), "示财教〔2025〕8号");
            cast.reviewers().keySet().stream()
                    .sorted(Comparator.comparing(Area::code))
                    .forEach(city -> money.budgets()
                            .setCity(
                                    session,
                                    cast.reviewer(city),
                                    Dates.YEAR,
                                    city,
                                    quarter(spends.getOrDefault(city, Money.ZERO)),
                                    "示市财〔2025〕" + city + "号"));
            return all;
        });
    }

    /** Disapproves, then approves the rest, best first; the budget carries just those that are to be granted. */
    void approve(List<Claimed> claims) {
        List<Claimed> refused = claims.stream()
                .filter(claim -> claim.plan().fate() == ClaimState.NOT_APPROVED
                        && claim.plan().turn() != Turn.STRUCK)
                .toList();
        stage.each("refusals", refused, BATCH, (session, claim) -> {
            stage.clock().set(Dates.APPROVALS.minusSeconds(3600));
            return money.approvals().disapprove(session, cast.department(), claim.id(), "专家评审未通过（示例）");
        });
        List<Claimed> ordered = claims.stream()
                .filter(claim -> isGranted(claim) || claim.plan().fate() == ClaimState.EXHAUSTED)
                .sorted(Comparator.comparing(claim -> claim.plan().fate() == ClaimState.EXHAUSTED
                        ? 0
                        : -claim.plan().score()))
                .sorted(Comparator.comparing(claim -> claim.plan().fate() == ClaimState.EXHAUSTED))
                .toList();
        stage.each("approvals", List.of(ordered), 1, this::run);
    }

    /** In one transaction, so that the node finds no run of another year to go on with. */
    private ApprovalRun run(Session session, List<Claimed> ordered) {
        List<ApprovalRuns.Ordered> wanted = new ArrayList<>();
        Money granted = Money.ZERO;
        Optional<Money> firstBeyond = Optional.empty();
        for (Claimed claim : ordered) {
            Money decided = session.claims()
                    .find(claim.id())
                    .flatMap(VoucherClaim::filing)
                    .orElseThrow()
                    .amounts()
                    .grant();
            Optional<Money> lowered =
                    claim.plan().lowered().map(percent -> new Money(decided.fen() * percent / PERCENT));
            Money province = provinceShare(lowered.orElse(decided));
            if (isGranted(claim)) {
                granted = granted.plus(province);
            } else if (firstBeyond.isEmpty()) {
                firstBeyond = Optional.of(province);
            }
            wanted.add(new ApprovalRuns.Ordered(claim.id(), lowered, lowered.isPresent() ? "部分费用不予支持（示例）" : ""));
        }
        Money slack = firstBeyond.map(beyond -> new Money(beyond.fen() / 2)).orElse(Money.ZERO);
        stage.clock().set(Dates.APPROVALS.minusSeconds(1800));
        money.budgets().setProvince(session, cast.department(), Dates.YEAR, granted.plus(slack), "示财教〔2025〕61号");
        stage.clock().set(Dates.APPROVALS);
        ApprovalRun run = money.runs().start(session, cast.department(), Dates.YEAR, wanted);
        return new ApprovalRunner(new OpenTransaction(session), money.runs()).finish(run.id());
    }

    /** The first notice, with its objections, until it is over: in one transaction, before the node ends it today. */
    void publish(List<Claimed> claims) {
        List<Claimed> shown = claims.stream()
                .filter(claim -> Fates.CONFIRMED_FIRST.contains(claim.plan().fate())
                        || claim.plan().turn() == Turn.STRUCK
                        || claim.plan().turn() == Turn.REVISED)
                .toList();
        stage.each("notice", List.of(shown), 1, (session, all) -> {
            PublicNotice notice = post(session, Dates.NOTICE, "2025年度山西省科技创新券拟兑现名单公示（示例）", all);
            for (int i = 0; i < all.size(); i++) {
                object(session, notice, i + 1, all.get(i));
            }
            stage.clock().set(Dates.NOTICE_OVER);
            int closed;
            do {
                closed = money.closing().closeDue(session, Dates.NOTICE_OVER);
            } while (closed > 0);
            return notice;
        });
    }

    /** What is on notice when the demo ends, or halted there: posted today, as the node ends notices by its own time. */
    void publishToday(Instant now, List<Claimed> claims) {
        List<Claimed> shown = claims.stream()
                .filter(claim -> claim.plan().fate() == ClaimState.PUBLISHED
                        || claim.plan().fate() == ClaimState.HALTED)
                .toList();
        stage.each("today", List.of(shown), 1, (session, all) -> {
            PublicNotice notice = post(session, now, "2025年度山西省科技创新券补充拟兑现名单公示（示例）", all);
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).plan().fate() == ClaimState.HALTED) {
                    money.objections().file(session, notice.id(), i + 1, statement());
                }
            }
            return notice;
        });
    }

    private PublicNotice post(Session session, Instant at, String title, List<Claimed> claims) {
        stage.clock().set(at);
        List<Id<VoucherClaim>> ids =
                claims.stream().<Id<VoucherClaim>>map(Claimed::id).toList();
        return money.notices().post(session, cast.department(), Dates.YEAR, title, ids);
    }

    private void object(Session session, PublicNotice notice, int position, Claimed claim) {
        Turn turn = claim.plan().turn();
        if (turn != Turn.OBJECTION_DISMISSED && turn != Turn.REVISED && turn != Turn.STRUCK) {
            return;
        }
        stage.clock().set(Dates.OBJECTION);
        Objection objection = money.objections().file(session, notice.id(), position, statement());
        stage.clock().set(Dates.ANSWER);
        if (turn == Turn.OBJECTION_DISMISSED) {
            money.objections().dismiss(session, cast.department(), objection.id(), "经核查，异议不成立（示例）");
            return;
        }
        Optional<Money> lower = Optional.of(turn)
                .filter(Turn.REVISED::equals)
                .flatMap(revised -> session.claims().find(claim.id()).flatMap(VoucherClaim::approved))
                .map(approved -> new Money(approved.grant().fen() / 2));
        money.objections().uphold(session, cast.department(), objection.id(), lower, "经核查，异议成立（示例）");
    }

    private static Objections.Statement statement() {
        return new Objections.Statement("示例异议人", "示例联系方式", "对该企业申请的服务真实性有异议（示例）");
    }

    private static boolean isGranted(Claimed claim) {
        return Fates.GRANTED.contains(claim.plan().fate()) || claim.plan().turn() == Turn.STRUCK;
    }

    /** The odd fen is the province's. */
    private static Money provinceShare(Money grant) {
        return grant.minus(new Money(grant.fen() / 2));
    }

    /** A quarter of what was spent, in round figures: half is granted, and half of that each pays. */
    private static Money quarter(Money spend) {
        long rounds = spend.fen() / 4 / ROUND.fen() + 1;
        return new Money(rounds * ROUND.fen());
    }

    /** The transaction that is open, for who wants a store. Nothing may be refused in it: then the demo fails as a whole. */
    private record OpenTransaction(Session session) implements Store {
        @Override
        public <T> T write(Function<? super Session, ? extends T> work) {
            try {
                return work.apply(session);
            } catch (RefusedException e) {
                throw new IllegalStateException("nothing is refused in the year that is played", e);
            }
        }

        @Override
        public <T> T read(Function<? super Session, ? extends T> work) {
            return write(work);
        }

        @Override
        public Undertaking.Scope during(Undertaking undertaking) {
            throw new IllegalStateException("the transaction is somebody's already");
        }
    }
}
