package org.quanlian.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.ExpertReview;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Cities, the sharing centre and experts review what was filed. */
final class Reviewing {
    private static final int BATCH = 50;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int OPINIONS = ExpertReview.Terms.DEFAULT.opinions();

    private final Stage stage;
    private final ClaimProcedure procedure;
    private final Cast cast;

    Reviewing(Stage stage, Cast cast) {
        this.stage = stage;
        this.procedure = stage.year().claims();
        this.cast = cast;
    }

    void review(List<Claimed> claims) {
        List<Claimed> withCities = those(claims, claim -> switch (claim.plan().fate()) {
            case DRAFT, WITHDRAWN, FILED -> false;
            default -> true;
        });
        stage.each("cities", withCities, BATCH, this::byCity);
        List<Claimed> withCentre = those(
                claims,
                claim -> !Fates.NOT_RECOMMENDED.contains(claim.plan().fate())
                        && claim.plan().fate() != ClaimState.RECOMMENDED);
        inTurn("centre", withCentre, Dates.CENTRE, this::byCentre);
        List<Claimed> assigned =
                those(claims, claim -> Fates.ASSIGNED.contains(claim.plan().fate()));
        inTurn("assignment", assigned, Dates.ASSIGNED, this::assign);
        List<Claimed> opined = those(assigned, claim -> claim.plan().fate() != ClaimState.IN_EXPERT_REVIEW);
        inTurn("opinions", opined, Dates.OPINIONS, this::opine);
        inTurn("conclusion", opined, Dates.CONCLUDED, (session, claim) -> procedure
                .experts()
                .conclude(session, cast.centre(), claim.id(), ""));
    }

    /** One after the other, a little later each time. */
    private void inTurn(
            String scene, List<Claimed> claims, Instant from, BiFunction<Session, Claimed, VoucherClaim> work) {
        List<Integer> places = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            places.add(i);
        }
        stage.each(scene, places, BATCH, (session, place) -> {
            stage.clock().set(from.plusSeconds(20L * place));
            return work.apply(session, claims.get(place));
        });
    }

    private VoucherClaim byCity(Session session, Claimed claim) {
        Script.ClaimPlan plan = claim.plan();
        Actor reviewer =
                cast.reviewer(session.claims().find(claim.id()).orElseThrow().city());
        stage.clock().set(plan.reviewedAt());
        if (plan.fate() == ClaimState.REJECTED) {
            return procedure.city().reject(session, reviewer, claim.id(), "服务结果与合同约定不符（示例）");
        }
        if (plan.fate() == ClaimState.RETURNED || plan.turn() == Script.Turn.CORRECTED) {
            List<Correction> corrections =
                    List.of(new Correction("/materials/QUALIFICATION_PROOF", "资格证明不清晰，请重新上传（示例）"));
            VoucherClaim returned = procedure.city().sendBack(session, reviewer, claim.id(), corrections, "材料需补正（示例）");
            if (plan.fate() == ClaimState.RETURNED) {
                return returned;
            }
            stage.clock().set(plan.reviewedAt().plus(DAY));
            procedure.filing().file(session, claim.by().actor(), claim.id());
            stage.clock().set(plan.reviewedAt().plus(DAY.multipliedBy(2)));
        }
        return procedure.city().recommend(session, reviewer, claim.id(), "");
    }

    private VoucherClaim byCentre(Session session, Claimed claim) {
        if (claim.plan().fate() == ClaimState.DECLINED) {
            return procedure.centre().decline(session, cast.centre(), claim.id(), "服务内容不属于支持范围（示例）");
        }
        if (claim.plan().turn() == Script.Turn.GIVEN_BACK) {
            VoucherClaim back = procedure.centre().giveBack(session, cast.centre(), claim.id(), "请市级补充初审意见（示例）");
            procedure.city().recommend(session, cast.reviewer(back.city()), claim.id(), "已补充初审意见（示例）");
        }
        return procedure.centre().accept(session, cast.centre(), claim.id(), "");
    }

    private VoucherClaim assign(Session session, Claimed claim) {
        List<Id<Account>> experts =
                expertsOf(claim).stream().map(Actor::account).toList();
        return procedure.experts().assign(session, cast.centre(), claim.id(), experts, "");
    }

    private VoucherClaim opine(Session session, Claimed claim) {
        VoucherClaim seen = session.claims().find(claim.id()).orElseThrow();
        Money grant = seen.filing().orElseThrow().amounts().grant();
        int spread = -1;
        for (Actor expert : expertsOf(claim)) {
            int score = claim.plan().score() + spread++;
            seen = procedure.experts().give(session, expert, claim.id(), grant, score, "", "");
        }
        return seen;
    }

    /** Always the same ones for the same claim. */
    private List<Actor> expertsOf(Claimed claim) {
        List<Actor> experts = new ArrayList<>();
        for (int i = 0; i < OPINIONS; i++) {
            experts.add(cast.experts()
                    .get((claim.plan().enterprise() + i) % cast.experts().size()));
        }
        return experts;
    }

    private static List<Claimed> those(List<Claimed> claims, Predicate<Claimed> which) {
        return claims.stream().filter(which).toList();
    }
}
