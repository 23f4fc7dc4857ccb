package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.claims.ClaimWorld.TAIYUAN;
import static org.quanlian.store.internal.claims.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.Affiliation;
import org.quanlian.vouchers.claims.Assignment;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.Opinion;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;

/** The experts' review, on each database; here a review takes two opinions. */
@EachDatabase
class ExpertReviewTest {
    private final ClaimWorld world;
    private final Actor centre;
    private final Actor one;
    private final Actor two;

    ExpertReviewTest(TestDatabase database) {
        world = new ClaimWorld(database);
        centre = world.office(Role.SHARING_CENTRE);
        one = world.office(Role.EXPERT);
        two = world.office(Role.EXPERT);
    }

    @Test
    void shouldReviewAClaim_fromAssignmentToConclusion() {
        VoucherClaim claim = inReview(one, two);
        give(one, claim, "50000.00", 90, "");
        refused(Kind.CONFLICT, "claim.opinions-missing", () -> conclude(claim));
        give(two, claim, "40000.00", 70, "部分费用与研发无关");

        VoucherClaim reviewed = conclude(claim);

        assertThat(reviewed.state()).isEqualTo(ClaimState.REVIEWED);
        List<Opinion> opinions =
                world.write(session -> world.experts.opinions(session, world.office(Role.DEPARTMENT), claim.id()));
        assertThat(opinions)
                .extracting(Opinion::amount)
                .containsExactlyInAnyOrder(Money.parse("50000.00"), Money.parse("40000.00"));
    }

    @Test
    void shouldShowAnExpertItsOwnAssignmentsAlone() {
        VoucherClaim claim = inReview(one, two);
        Actor other = world.office(Role.EXPERT);

        assertThat(claimsOf(one)).containsExactly(claim.id());
        assertThat(claimsOf(other)).isEmpty();
        assertThat(world.write(session -> world.reading.find(session, one, claim.id()))
                        .claim()
                        .id())
                .isEqualTo(claim.id());
        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.reading.find(session, other, claim.id())));
        assertThat(world.<List<Assignment>>write(session -> world.experts.assignments(session, one, claim.id())))
                .extracting(Assignment::expert)
                .containsExactly(one.account());
    }

    @Test
    void shouldHideTheOpinionsOfOthers_untilAnExpertGaveItsOwn() {
        VoucherClaim claim = inReview(one, two);
        give(one, claim, "50000.00", 90, "");

        assertThat(opinions(two, claim)).isEmpty();
        give(two, claim, "50000.00", 80, "");
        assertThat(opinions(two, claim)).hasSize(2);
        refused(
                Kind.FORBIDDEN,
                "access.role",
                () -> world.write(session -> world.experts.opinions(session, world.reviewer(TAIYUAN), claim.id())));
    }

    @Test
    void shouldTakeAnOpinionOnce_withinTheGrant_withAReasonWhenLower() {
        VoucherClaim claim = inReview(one, two);

        RefusedException over =
                refused(Kind.INVALID, "claim.opinion-amount", () -> give(one, claim, "50000.01", 90, ""));
        assertThat(over.field()).isEqualTo("/amount");
        refused(Kind.INVALID, "claim.opinion-reason", () -> give(one, claim, "49999.99", 90, " "));
        give(one, claim, "49999.99", 90, "四舍五入");
        refused(Kind.CONFLICT, "claim.opinion-given", () -> give(one, claim, "50000.00", 90, ""));
    }

    @Test
    void shouldLetAnExpertRecuseItself_soThatAnotherIsAssigned() {
        VoucherClaim claim = inReview(one, two);
        Actor third = world.office(Role.EXPERT);
        give(one, claim, "50000.00", 90, "");

        world.write(session -> world.experts.recuse(session, one, claim.id(), "与申请单位有合作"));
        assign(claim, third);

        assertThat(claimsOf(one)).isEmpty();
        assertThat(opinions(centre, claim)).as("its opinion counts no more").isEmpty();
        refused(Kind.NOT_FOUND, "access.none", () -> give(one, claim, "50000.00", 90, ""));
        refused(Kind.CONFLICT, "claim.expert-again", () -> assign(claim, one));
        assertThat(world.<List<Assignment>>write(session -> world.experts.assignments(session, centre, claim.id())))
                .filteredOn(assignment -> !assignment.isOpen())
                .singleElement()
                .satisfies(assignment ->
                        assertThat(assignment.end().orElseThrow().reason()).isEqualTo("与申请单位有合作"));
        give(two, claim, "50000.00", 90, "");
        give(third, claim, "50000.00", 90, "");
        assertThat(conclude(claim).state()).isEqualTo(ClaimState.REVIEWED);
    }

    @Test
    void shouldRefuseRecusal_withoutReason() {
        VoucherClaim claim = inReview(one, two);

        refused(
                Kind.INVALID,
                "claim.recusal-reason",
                () -> world.write(session -> world.experts.recuse(session, one, claim.id(), " ")));
    }

    // Conflicts of interest

    @Test
    void shouldRefuseAnExpert_whoWorksForTheApplicant_byCode() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim claim = world.accepted(enterprise);
        Organisation applicant = world.get(claim.applicant());
        declare(one, new Affiliation("另一个名称", applicant.uscc()));

        RefusedException refusal = refused(Kind.CONFLICT, "claim.conflict", () -> assign(claim, one));

        assertThat(refusal.text().zh()).contains(applicant.name());
        assertThat(world.find(claim.id()).state()).isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    void shouldRefuseAnExpert_whoWorksForAProvider_byNameHoweverItIsWritten() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Organisation> provider = world.organisation(Organisation.Kind.PROVIDER, TAIYUAN);
        VoucherClaim filed = world.filed(
                enterprise, world.order(enterprise.organisation().orElseThrow(), provider, "2025-03-01", 1000));
        world.write(session -> world.city.recommend(session, world.reviewer(TAIYUAN), filed.id(), ""));
        world.write(session -> world.centre.accept(session, centre, filed.id(), ""));
        String name = world.get(provider).name();
        declare(one, new Affiliation(" " + name.charAt(0) + "　" + fullWidth(name.substring(1)), Optional.empty()));

        refused(Kind.CONFLICT, "claim.conflict", () -> assign(filed, one));
    }

    @Test
    void shouldRefuseAnExpert_whoWorksForARelatedParty_tellingThePath() {
        VoucherClaim claim = world.accepted(world.enterprise(TAIYUAN));
        UnifiedSocialCreditCode applicant = world.get(claim.applicant()).uscc().orElseThrow();
        UnifiedSocialCreditCode holding = ClaimWorld.code(9_000_001);
        world.relations.put(Set.of(applicant, holding), List.of(new RelationStep("示例控股", "示例单位", "持股 51%")));
        declare(one, new Affiliation("示例控股", Optional.of(holding)));

        RefusedException refusal = refused(Kind.CONFLICT, "claim.related-conflict", () -> assign(claim, one));

        assertThat(refusal.text().zh()).contains("持股 51%");
    }

    @Test
    void shouldRefuseTheOpinion_whenAConflictIsDeclaredAfterTheAssignment() {
        VoucherClaim claim = inReview(one, two);
        declare(one, new Affiliation("x", world.get(claim.applicant()).uscc()));

        refused(Kind.CONFLICT, "claim.conflict", () -> give(one, claim, "50000.00", 90, ""));
    }

    @Test
    void shouldAssignExpertsAlone() {
        VoucherClaim claim = world.accepted(world.enterprise(TAIYUAN));

        RefusedException refusal =
                refused(Kind.INVALID, "claim.no-expert", () -> assign(claim, one, world.office(Role.DEPARTMENT)));

        assertThat(refusal.field()).isEqualTo("/experts/1");
        assertThat(claimsOf(one)).as("all or nobody").isEmpty();
    }

    @Test
    void shouldKeepAffiliations_asTheExpertOrTheCentreTellsThem() {
        List<Affiliation> affiliations = List.of(
                new Affiliation("示例大学", Optional.of(ClaimWorld.code(9_000_002))),
                new Affiliation("示例研究所", Optional.empty()));
        world.write(session -> world.affiliations.declare(session, one, one.account(), affiliations));

        assertThat(world.<List<Affiliation>>write(session -> world.affiliations.read(session, centre, one.account())))
                .isEqualTo(affiliations);
        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.affiliations.read(session, two, one.account())));
        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.affiliations.read(session, centre, centre.account())));
    }

    private VoucherClaim inReview(Actor... experts) {
        VoucherClaim claim = world.accepted(world.enterprise(TAIYUAN));
        VoucherClaim assigned = assign(claim, experts);
        assertThat(assigned.state()).isEqualTo(ClaimState.IN_EXPERT_REVIEW);
        return assigned;
    }

    private VoucherClaim assign(VoucherClaim claim, Actor... experts) {
        return world.write(session -> world.experts.assign(
                session,
                centre,
                claim.id(),
                List.of(experts).stream().map(Actor::account).toList(),
                ""));
    }

    private VoucherClaim give(Actor expert, VoucherClaim claim, String amount, int score, String reason) {
        return world.write(
                session -> world.experts.give(session, expert, claim.id(), Money.parse(amount), score, reason, "评语"));
    }

    private VoucherClaim conclude(VoucherClaim claim) {
        return world.write(session -> world.experts.conclude(session, centre, claim.id(), ""));
    }

    private List<Opinion> opinions(Actor actor, VoucherClaim claim) {
        return world.write(session -> world.experts.opinions(session, actor, claim.id()));
    }

    private void declare(Actor expert, Affiliation... affiliations) {
        world.write(session -> world.affiliations.declare(session, centre, expert.account(), List.of(affiliations)));
    }

    private List<Id<VoucherClaim>> claimsOf(Actor expert) {
        Page<ClaimSummary> page = world.write(session -> world.reading.list(
                session, expert, Optional.empty(), Optional.empty(), Optional.empty(), Page.Request.first()));
        return page.items().stream().map(ClaimSummary::id).toList();
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c > ' ' && c < 127 ? (char) (c + 0xfee0) : (char) c));
        return wide.toString();
    }
}
