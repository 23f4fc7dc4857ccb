package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.claims.ClaimWorld.FILING_DEADLINE;
import static org.quanlian.store.internal.claims.ClaimWorld.RECOMMENDATION_DEADLINE;
import static org.quanlian.store.internal.claims.ClaimWorld.TAIYUAN;
import static org.quanlian.store.internal.claims.Refusals.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimAssessments.Recomputation;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;

/** Drafting and filing, on each database. */
@EachDatabase
class FilingTest {
    private final ClaimWorld world;

    FilingTest(TestDatabase database) {
        world = new ClaimWorld(database);
    }

    @Test
    void shouldPinTheClaimToTheCurrentPolicy_withFactsAndDecisionKeptWhole() {
        VoucherClaim claim = world.filed(world.enterprise(TAIYUAN));

        Filing filing = claim.filing().orElseThrow();
        assertThat(claim.state()).isEqualTo(ClaimState.FILED);
        assertThat(claim.number()).matches("140100-2025-\\d{6}");
        assertThat(filing.policy().year()).isEqualTo(2025);
        assertThat(filing.digest()).startsWith("sha-256:");
        assertThat(filing.outcome()).isEqualTo(ClaimOutcome.ELIGIBLE);
        assertThat(filing.amounts().grant()).isEqualTo(Money.ofYuan(50_000));
        assertThat(filing.facts()).contains(claim.orders().get(0).value());
        assertThat(filing.decision())
                .contains("\"values\":[")
                .contains("\"parameter\":\"support.ratio\"")
                .contains("\"clause\":\"三\"");
        assertThat(world.taken.get(claim.id())).containsExactlyElementsOf(claim.orders());
    }

    @Test
    void shouldFile_atTheVeryDeadline() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));
        world.clock.set(FILING_DEADLINE);

        VoucherClaim filed = world.write(session -> world.filing.file(session, enterprise, draft.id()));

        assertThat(filed.filing().orElseThrow().at()).isEqualTo(FILING_DEADLINE);
    }

    @Test
    void shouldRefuse_aNanosecondAfterTheDeadline_namingIt() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));
        world.clock.set(FILING_DEADLINE.plusNanos(1));

        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.late",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));

        assertThat(refusal.text().zh()).contains("2025-07-15 17:00").contains("逾期不予受理");
        assertThat(world.find(draft.id()).state()).isEqualTo(ClaimState.DRAFT);
    }

    @Test
    void shouldRefuse_whatTheDecisionRejects_listingTheRules() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));
        world.discredit(enterprise.organisation().orElseThrow());

        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.ineligible",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));

        assertThat(refusal.text().zh()).contains("applicant.credit").contains(draft.number());
        assertThat(refusal.text().en()).contains("applicant.credit");
    }

    @Test
    void shouldRefuse_whatIsIncomplete_listingWhatIsMissing() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise);
        world.setMaterials(order, Set.of(ServiceMaterial.CONTRACT, ServiceMaterial.INVOICE));
        VoucherClaim draft = world.write(session -> world.drafts.begin(
                session, enterprise, enterprise.organisation().orElseThrow(), 2025, List.of(order)));

        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.incomplete",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));

        assertThat(refusal.text().en())
                .contains("material.paymentProof")
                .contains("material.serviceResult")
                .contains("material.qualificationProof")
                .doesNotContain("material.contract");
    }

    @Test
    void shouldRefuse_whenSomeVouchersAreForTheNextYear_namingThem() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> later = world.order(enterprise.organisation().orElseThrow(), "2025-07-02", 1000);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise), later));
        world.clock.set(Instant.parse("2025-07-10T00:00:00Z"));

        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.mixed",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));

        assertThat(refusal.text().en()).contains(later.value());
    }

    @Test
    void shouldRefuse_whenItHasNoVoucher() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of());

        refused(
                Kind.CONFLICT,
                "claim.empty",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));
    }

    @Test
    void shouldRefuse_whenTheRegistrationIsNotApproved() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));
        world.setState(enterprise.organisation().orElseThrow(), Organisation.State.PENDING);

        refused(
                Kind.CONFLICT,
                "claim.registration",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));
    }

    @Test
    void shouldRefuse_whenThePolicyIsADraft() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));
        world.policies.exchange(FilingTest::drafted);

        refused(
                Kind.CONFLICT,
                "claim.policy-draft",
                () -> world.write(session -> world.filing.file(session, enterprise, draft.id())));
    }

    @Test
    void shouldCountWhatWasGrantedBefore() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Organisation> applicant = enterprise.organisation().orElseThrow();
        world.granted.put(applicant, Money.ofYuan(450_000));

        VoucherClaim claim = world.filed(enterprise, world.order(applicant, "2025-03-01", 900_000));

        assertThat(claim.filing().orElseThrow().amounts().grant()).isEqualTo(Money.ofYuan(50_000));
    }

    // Who

    @Test
    void shouldLetAHostBeginAndFile_forItsTeam() {
        Actor host = world.of(Role.HOST, world.organisation(Organisation.Kind.HOST, TAIYUAN));
        Id<Organisation> team = world.organisation(Organisation.Kind.TEAM, TAIYUAN);
        Id<Order> order = world.order(team, "2025-03-01", 1000);
        VoucherClaim draft = world.write(session -> world.drafts.begin(session, host, team, 2025, List.of(order)));
        world.write(session ->
                world.drafts.setMaterials(session, host, draft.id(), OptionalLong.empty(), world.allMaterials()));

        VoucherClaim filed = world.write(session -> world.filing.file(session, host, draft.id()));

        assertThat(filed.applicant()).isEqualTo(team);
        assertThat(filed.host()).isEqualTo(host.organisation());
    }

    @Test
    void shouldNotLetATeamFileForItself() {
        Actor host = world.of(Role.HOST, world.organisation(Organisation.Kind.HOST, TAIYUAN));
        Id<Organisation> team = world.organisation(Organisation.Kind.TEAM, TAIYUAN);
        Actor itself = world.of(Role.ENTERPRISE, team);
        VoucherClaim draft = world.write(session -> world.drafts.begin(session, host, team, 2025, List.of()));

        refused(
                Kind.CONFLICT,
                "claim.host-files",
                () -> world.write(session -> world.filing.file(session, itself, draft.id())));
    }

    @Test
    void shouldNotLetAHostBegin_forTheTeamOfAnother() {
        Id<Organisation> other = world.organisation(Organisation.Kind.HOST, TAIYUAN, ClaimWorld.code(4_000_000));
        Id<Organisation> team = world.organisation(Organisation.Kind.TEAM, TAIYUAN);

        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(
                        session -> world.drafts.begin(session, world.of(Role.HOST, other), team, 2025, List.of())));
    }

    @Test
    void shouldNotBegin_forAnother_norWhereNobodyReviews_norForAYearWithoutPolicy() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Actor elsewhere = world.enterprise(new Area("110000"));

        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.drafts.begin(
                        session, enterprise, elsewhere.organisation().orElseThrow(), 2025, List.of())));
        refused(
                Kind.CONFLICT,
                "claim.city",
                () -> world.write(session -> world.drafts.begin(
                        session, elsewhere, elsewhere.organisation().orElseThrow(), 2025, List.of())));
        refused(
                Kind.INVALID,
                "claim.year",
                () -> world.write(session -> world.drafts.begin(
                        session, enterprise, enterprise.organisation().orElseThrow(), 2031, List.of())));
    }

    @Test
    void shouldNotTakeTheVoucherOfAnother() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> others = world.order(world.enterprise(TAIYUAN));

        refused(Kind.CONFLICT, "claim.transfer", () -> world.draft(enterprise, List.of(others)));
    }

    @Test
    void shouldSendTheClaimToTheBodyOfItsArea() {
        assertThat(world.draft(world.enterprise(new Area("140171")), List.of()).city())
                .as("the zone reviews by itself")
                .isEqualTo(new Area("140171"));
        assertThat(world.draft(world.enterprise(new Area("140105")), List.of()).city())
                .as("a district is its city's")
                .isEqualTo(TAIYUAN);
    }

    // Drafting

    @Test
    void shouldPutVouchersInAnotherOrder_andRefuseAnOldVersion() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> one = world.order(enterprise);
        Id<Order> two = world.order(enterprise);
        VoucherClaim draft = world.draft(enterprise, List.of(one, two));

        VoucherClaim turned = world.write(session -> world.drafts.setOrders(
                session, enterprise, draft.id(), OptionalLong.of(draft.version()), List.of(two, one)));

        assertThat(world.find(draft.id()).orders()).containsExactly(two, one);
        assertThat(turned.version()).isGreaterThan(draft.version());
        refused(
                Kind.STALE,
                "claim.stale",
                () -> world.write(session -> world.drafts.setOrders(
                        session, enterprise, draft.id(), OptionalLong.of(draft.version()), List.of(one))));
        refused(
                Kind.INVALID,
                "claim.twice",
                () -> world.write(session -> world.drafts.setOrders(
                        session, enterprise, draft.id(), OptionalLong.empty(), List.of(one, one))));
    }

    @Test
    void shouldKeepPapers_andRefuseDocumentsThatAreNotThere() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of());
        Id<?> one = world.ids.next();
        Id<?> two = world.ids.next();
        Map<ClaimMaterial, List<Id<?>>> papers = Map.of(ClaimMaterial.QUALIFICATION_PROOF, List.of(two, one));

        world.write(
                session -> world.drafts.setMaterials(session, enterprise, draft.id(), OptionalLong.empty(), papers));

        assertThat(world.<Map<ClaimMaterial, List<Id<?>>>>write(
                        session -> session.claims().materials(draft.id())))
                .isEqualTo(papers);
        world.missingDocuments.add(one);
        RefusedException refusal = refused(
                Kind.INVALID,
                "claim.document",
                () -> world.write(session ->
                        world.drafts.setMaterials(session, enterprise, draft.id(), OptionalLong.empty(), papers)));
        assertThat(refusal.field()).isEqualTo("/QUALIFICATION_PROOF/1");
    }

    @Test
    void shouldNotChangeWhatWasFiled() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);

        refused(
                Kind.CONFLICT,
                "claim.fixed",
                () -> world.write(session ->
                        world.drafts.setOrders(session, enterprise, filed.id(), OptionalLong.empty(), List.of())));
    }

    @Test
    void shouldAssessADraft_asItStands() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim draft = world.draft(enterprise, List.of(world.order(enterprise)));

        String before = world.write(session -> world.assessments.read(session, enterprise, draft.id()));
        world.discredit(enterprise.organisation().orElseThrow());
        String after = world.write(session -> world.assessments.read(session, enterprise, draft.id()));

        assertThat(before).contains("\"outcome\":\"ELIGIBLE\"");
        assertThat(after).contains("\"outcome\":\"INELIGIBLE\"");
        assertThat(world.find(draft.id())).isEqualTo(draft);
    }

    // Correction

    @Test
    void shouldDecideAnew_byThePinnedPolicy_onPresentFacts_asFiledFirst() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> kept = world.order(enterprise);
        Id<Order> dropped = world.order(enterprise);
        VoucherClaim draft = world.draft(enterprise, List.of(kept, dropped));
        VoucherClaim filed = world.write(session -> world.filing.file(session, enterprise, draft.id()));
        sendBack(filed);
        world.clock.set(RECOMMENDATION_DEADLINE);
        world.write(session ->
                world.drafts.setOrders(session, enterprise, filed.id(), OptionalLong.empty(), List.of(kept)));

        VoucherClaim again = world.write(session -> world.filing.file(session, enterprise, filed.id()));

        Filing filing = again.filing().orElseThrow();
        assertThat(again.state()).isEqualTo(ClaimState.FILED);
        assertThat(filing.at()).isEqualTo(filed.filing().orElseThrow().at());
        assertThat(filing.policy()).isEqualTo(filed.filing().orElseThrow().policy());
        assertThat(filing.amounts().grant()).isEqualTo(Money.ofYuan(50_000));
        assertThat(world.taken.get(again.id())).containsExactly(kept);
    }

    @Test
    void shouldRefuseACorrection_aNanosecondAfterTheRecommendationDeadline() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        sendBack(filed);
        world.clock.set(RECOMMENDATION_DEADLINE.plusNanos(1));

        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.correction-late",
                () -> world.write(session -> world.filing.file(session, enterprise, filed.id())));

        assertThat(refusal.text().zh()).contains("2025-07-30 17:00");
    }

    @Test
    void shouldNotClaimMore_whileCorrecting() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        sendBack(filed);

        refused(
                Kind.CONFLICT,
                "claim.order-late",
                () -> world.write(session -> world.drafts.setOrders(
                        session,
                        enterprise,
                        filed.id(),
                        OptionalLong.empty(),
                        List.of(filed.orders().get(0), world.order(enterprise)))));
    }

    // Years later

    @Test
    void shouldRecomputeTheSame_byteForByte() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        world.clock.set(Instant.parse("2031-01-01T00:00:00Z"));
        world.discredit(enterprise.organisation().orElseThrow());

        Recomputation again = world.write(session -> world.assessments.recompute(session, enterprise, filed.id()));

        assertThat(again.result()).isEqualTo(Recomputation.Result.EQUAL);
        assertThat(again.again()).contains(filed.filing().orElseThrow().decision());
    }

    @Test
    void shouldTellThatADecisionIsAnother_whenWhatWasKeptIsNotWhatComesOut() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        Filing was = filed.filing().orElseThrow();
        world.write(session -> {
            VoucherClaim forged = new VoucherClaim(
                    filed.id(),
                    filed.number(),
                    filed.applicant(),
                    filed.host(),
                    filed.city(),
                    filed.year(),
                    filed.orders(),
                    filed.state(),
                    java.util.Optional.of(new Filing(
                            was.at(),
                            was.policy(),
                            was.digest(),
                            was.outcome(),
                            was.amounts(),
                            was.facts(),
                            was.decision().replace("\"grant\":\"50000.00\"", "\"grant\":\"50000.01\""))),
                    filed.approved(),
                    filed.createdAt(),
                    filed.version() + 1);
            session.claims().update(filed, forged);
            return true;
        });

        Recomputation again = world.write(session -> world.assessments.recompute(session, enterprise, filed.id()));

        assertThat(again.result()).isEqualTo(Recomputation.Result.DIFFERENT);
    }

    @Test
    void shouldWait_whenThePolicyIsAbsent_neverDecidedByAnother() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        Actor reviewer = world.reviewer(TAIYUAN);

        for (Runnable absence : List.<Runnable>of(
                world.policies::takeAway,
                () -> {
                    world.policies.bringBack();
                    world.policies.exchange(FilingTest::withOtherContent);
                },
                () -> {
                    world.policies.bringBack();
                    world.policies.exchange(FilingTest::newer);
                })) {
            absence.run();
            assertThat(world.write(session -> world.reading.find(session, enterprise, filed.id()))
                            .policyAbsent())
                    .isTrue();
            assertThat(world.write(session -> world.assessments.recompute(session, enterprise, filed.id()))
                            .result())
                    .isEqualTo(Recomputation.Result.POLICY_ABSENT);
            RefusedException refusal = refused(
                    Kind.CONFLICT,
                    "claim.policy-absent",
                    () -> world.write(session -> world.city.recommend(session, reviewer, filed.id(), "")));
            assertThat(refusal.text().zh())
                    .contains("政策缺失")
                    .contains(filed.filing().orElseThrow().policy().toString());
            assertThat(world.find(filed.id())).isEqualTo(filed);
        }

        world.policies.bringBack();
        assertThat(world.write(session -> world.city.recommend(session, reviewer, filed.id(), ""))
                        .state())
                .isEqualTo(ClaimState.RECOMMENDED);
    }

    @Test
    void shouldNotBeFiledAgain_whenThePolicyIsAbsent() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        sendBack(filed);
        world.policies.exchange(FilingTest::newer);

        refused(
                Kind.CONFLICT,
                "claim.policy-absent",
                () -> world.write(session -> world.filing.file(session, enterprise, filed.id())));
    }

    private void sendBack(VoucherClaim filed) {
        Actor reviewer = world.reviewer(filed.city());
        world.write(session -> world.city.sendBack(
                session,
                reviewer,
                filed.id(),
                List.of(new Correction("/services/0/invoices", "发票不清晰，请重新上传")),
                "材料需补正"));
    }

    private static PolicyVersion drafted(PolicyVersion of) {
        PolicyDescriptor was = of.descriptor();
        return new PolicyVersion(
                new PolicyDescriptor(was.key(), Status.DRAFT, was.title(), was.documents(), was.windows()),
                of.digest(),
                of.parameters(),
                of.rules(),
                of.current());
    }

    private static PolicyVersion withOtherContent(PolicyVersion of) {
        return new PolicyVersion(of.descriptor(), "sha-256:other", of.parameters(), of.rules(), of.current());
    }

    private static PolicyVersion newer(PolicyVersion of) {
        PolicyDescriptor was = of.descriptor();
        PolicyKey key = new PolicyKey(was.key().province(), was.key().year(), Version.parse("9.0.0"));
        return new PolicyVersion(
                new PolicyDescriptor(key, was.status(), was.title(), was.documents(), was.windows()),
                of.digest(),
                of.parameters(),
                of.rules(),
                of.current());
    }
}
