package org.quanlian.store.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderDocuments;
import org.quanlian.vouchers.orders.OrderEvent;
import org.quanlian.vouchers.orders.OrderMove;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.OrderState;
import org.quanlian.vouchers.orders.OrderSummary;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;

/** An order on its way from the request to the bound voucher, on each database. */
@EachDatabase
class OrdersContractTest {
    private static final Optional<Long> ANY = Optional.empty();

    private final OrderWorld world;
    private Organisation applicant;
    private Organisation provider;
    private Actor buys;
    private Actor sells;

    OrdersContractTest(TestDatabase database) {
        world = new OrderWorld(database.transactions());
    }

    @BeforeEach
    void register() {
        applicant = world.organisation(Organisation.Kind.ENTERPRISE);
        provider = world.organisation(Organisation.Kind.PROVIDER);
        buys = world.actor(applicant);
        sells = world.actor(provider);
    }

    @Test
    void shouldBindTheVoucher_whenTheProviderConfirmsWhatTheApplicantProved() {
        VoucherOrder order = ordered();
        Evidence evidence = new Evidence(
                Optional.of(Exclusion.CERTIFICATION),
                new Contract(
                        Optional.of("HT-2025-１"),
                        Optional.of(LocalDate.of(2025, 3, 4)),
                        Optional.of(Money.parse("120000.01"))),
                List.of(
                        new Invoice(world.invoice(), LocalDate.of(2025, 5, 6), Money.ofYuan(130_000)),
                        new Invoice(
                                InvoiceNumber.coded("1400251130", "00012345"),
                                LocalDate.of(2025, 5, 7),
                                Money.ofYuan(-10_000))),
                List.of(),
                world.papers(applicant));
        Evidence paid = new Evidence(
                evidence.exclusion(),
                evidence.contract(),
                evidence.invoices(),
                OrderWorld.evidence("x1", world.invoice(), List.of()).payments(),
                evidence.attachments());
        accept(order);
        world.write(session -> world.binding.prove(session, buys, order.id(), paid, ANY));
        world.write(session -> world.binding.confirm(session, sells, order.id(), ANY));

        VoucherOrder bound = world.read(session -> world.ordering.show(session, buys, order.id()));
        assertThat(bound.state()).isEqualTo(OrderState.BOUND);
        assertThat(bound.evidence()).contains(paid);
        assertThat(bound.order()).isEqualTo(order.order());
        assertThat(bound.request()).isEqualTo(order.request());
        assertThat(bound.voucher().materials()).containsExactlyInAnyOrder(ServiceMaterial.values());
        List<OrderEvent> timeline = world.read(session -> world.ordering.timeline(session, sells, order.id()));
        assertThat(timeline)
                .extracting(OrderEvent::move)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(OrderMove.ACCEPT),
                        Optional.of(OrderMove.PROVE),
                        Optional.of(OrderMove.CONFIRM));
        assertThat(timeline).extracting(OrderEvent::actor).contains(buys.account(), sells.account());
        assertThat(timeline).allSatisfy(event -> assertThat(event.at()).isEqualTo(OrderWorld.NOW));
    }

    @Test
    void shouldTellBothSides_whenAnOrderMoves() {
        VoucherOrder order = ordered();
        world.toldSoFar();
        accept(order);
        assertThat(world.toldSoFar()).containsOnlyKeys(applicant.id(), provider.id());
    }

    @Test
    void shouldSayFromWhichStateAMoveDoesNotLead_andChangeNothing() {
        VoucherOrder order = ordered();
        refused(() -> world.write(session -> world.binding.confirm(session, sells, order.id(), ANY)), "order.move");
        world.write(session -> world.ordering.decline(session, sells, order.id(), "没有设备", ANY));
        for (OrderMove move : OrderMove.values()) {
            assertThat(move.isFrom(OrderState.DECLINED)).isFalse();
        }
        refused(() -> accept(order), "order.move");
        assertThat(timeline(order)).hasSize(2);
    }

    @Test
    void shouldWantAReason_whenTheProviderDeclines() {
        VoucherOrder order = ordered();
        RefusedException refusal = refused(
                () -> world.write(session -> world.ordering.decline(session, sells, order.id(), " ", ANY)),
                "order.reason");
        assertThat(refusal.field()).isEqualTo("/reason");
        assertThat(shown(order).state()).isEqualTo(OrderState.REQUESTED);
    }

    @Test
    void shouldHideAnOrder_fromEverybodyWhomItDoesNotConcern() {
        VoucherOrder order = ordered();
        Actor stranger = world.actor(world.organisation(Organisation.Kind.ENTERPRISE));
        Actor rival = world.actor(world.organisation(Organisation.Kind.PROVIDER));
        for (Actor other : List.of(stranger, rival, world.office(Role.EXPERT))) {
            RefusedException refusal =
                    refused(() -> world.read(session -> world.ordering.show(session, other, order.id())), "order.none");
            assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND);
        }
        refused(
                () -> world.write(session -> world.ordering.cancel(session, stranger, order.id(), "", ANY)),
                "order.none");
        refused(() -> world.write(session -> world.ordering.accept(session, rival, order.id(), ANY)), "order.none");
        refused(() -> world.write(session -> world.ordering.accept(session, buys, order.id(), ANY)), "access.role");
        refused(
                () -> world.read(session -> world.ordering.show(session, world.office(Role.OPERATOR), order.id())),
                "access.role");
        for (Role role : List.of(Role.CITY_REVIEWER, Role.SHARING_CENTRE, Role.DEPARTMENT, Role.AUDITOR)) {
            assertThat(world.<VoucherOrder>read(
                            session -> world.ordering.show(session, world.office(role), order.id())))
                    .isEqualTo(order);
        }
    }

    @Test
    void shouldNotOrderForAnother_andSayThatVouchersAreNotTransferred() {
        Organisation other = world.organisation(Organisation.Kind.ENTERPRISE);
        for (Id<Organisation> named : List.of(other.id(), world.ids.<Organisation>next())) {
            RefusedException refusal = refused(
                    () -> world.write(session ->
                            world.ordering.order(session, buys, Optional.of(named), OrderWorld.request(provider))),
                    "order.applicant");
            assertThat(refusal.field()).isEqualTo("/applicant");
            assertThat(refusal.text().zh()).contains("不得转让");
        }
    }

    @Test
    void shouldLetAHostOrder_forItsOwnTeamAlone() {
        Organisation host = world.organisation(Organisation.Kind.HOST);
        Organisation team = world.organisation(Organisation.Kind.TEAM);
        Organisation otherTeam = world.organisation(Organisation.Kind.TEAM);
        world.hosts.put(team.id(), host.id());
        world.hosts.put(
                otherTeam.id(), world.organisation(Organisation.Kind.HOST).id());
        Actor acts = world.actor(host);

        VoucherOrder order = world.write(
                session -> world.ordering.order(session, acts, Optional.of(team.id()), OrderWorld.request(provider)));

        assertThat(order.order().applicant()).isEqualTo(team.id());
        assertThat(world.<Page<OrderSummary>>read(
                                session -> world.ordering.list(session, acts, Optional.empty(), Page.Request.first()))
                        .items())
                .extracting(OrderSummary::order)
                .containsExactly(order.order());
        refused(
                () -> world.write(session ->
                        world.ordering.order(session, acts, Optional.of(otherTeam.id()), OrderWorld.request(provider))),
                "order.applicant");
        refused(
                () -> world.write(
                        session -> world.ordering.order(session, acts, Optional.empty(), OrderWorld.request(provider))),
                "order.applicant-missing");
    }

    @Test
    void shouldNotAskProvidersThatAreNotApproved_orAreNone() {
        Organisation pending = world.organisation(Organisation.Kind.PROVIDER, Organisation.State.PENDING);
        refused(() -> order(OrderWorld.request(pending)), "order.provider-pending");
        refused(() -> order(OrderWorld.request(applicant)), "order.provider");
    }

    @Test
    void shouldNotConfirm_whatTheApplicantChangedSinceTheProviderLooked() {
        VoucherOrder order = ordered();
        accept(order);
        Evidence first = OrderWorld.evidence("HT-1", world.invoice(), world.papers(applicant));
        VoucherOrder seen = world.write(session -> world.binding.prove(session, buys, order.id(), first, ANY));
        Evidence second = OrderWorld.evidence("HT-2", world.invoice(), first.attachments());
        world.write(session -> world.binding.prove(session, buys, order.id(), second, ANY));

        RefusedException refusal = refused(
                () -> world.write(
                        session -> world.binding.confirm(session, sells, order.id(), Optional.of(seen.version()))),
                "order.stale");

        assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.STALE);
        assertThat(shown(order).evidence()).contains(second);
    }

    @Test
    void shouldProveAgain_afterTheProviderDisputed() {
        VoucherOrder order = ordered();
        accept(order);
        Evidence wrong = OrderWorld.evidence("HT-1", world.invoice(), world.papers(applicant));
        world.write(session -> world.binding.prove(session, buys, order.id(), wrong, ANY));
        world.write(session -> world.binding.dispute(session, sells, order.id(), "金额不符", ANY));
        Evidence right = OrderWorld.evidence("HT-1", world.invoice(), wrong.attachments());
        world.write(session -> world.binding.prove(session, buys, order.id(), right, ANY));
        world.write(session -> world.binding.confirm(session, sells, order.id(), ANY));
        assertThat(shown(order).evidence()).contains(right);
        assertThat(timeline(order)).extracting(OrderEvent::reason).contains("金额不符");
    }

    @Test
    void shouldNameWhatIsMissing_whenAServiceIsProved() {
        VoucherOrder order = ordered();
        accept(order);
        List<Evidence.Attachment> papers = world.papers(applicant);
        Evidence whole = OrderWorld.evidence("HT-1", world.invoice(), papers);
        Invoice invoice = whole.invoices().get(0);
        assertRefused(order, with(whole, Contract.UNKNOWN), "/contract/number", "order.contract-number");
        assertRefused(
                order,
                with(
                        whole,
                        new Contract(
                                Optional.of("-（）"),
                                whole.contract().signedOn(),
                                whole.contract().amount())),
                "/contract/number",
                "order.contract-number");
        assertRefused(
                order,
                with(whole, List.of(invoice, new Invoice(invoice.number(), invoice.issuedOn(), Money.ofYuan(1)))),
                "/invoices/1/number",
                "order.invoice-twice");
        assertRefused(
                order,
                with(whole, List.of(new Invoice(invoice.number(), LocalDate.of(2025, 6, 2), invoice.amount()))),
                "/invoices/0/issuedOn",
                "order.future");
        assertRefused(
                order,
                with(whole, List.of(new Invoice(invoice.number(), invoice.issuedOn(), Money.ofYuan(-1)))),
                "/invoices",
                "order.invoices");
        RefusedException paper =
                assertRefused(order, papers(whole, papers.subList(0, 3)), "/attachments", "order.material");
        assertThat(paper.text().zh()).contains("服务结果报告");
        assertThat(shown(order).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void shouldAttachOnlyOwnDocuments_forTheirPurpose() {
        VoucherOrder order = ordered();
        accept(order);
        Organisation other = world.organisation(Organisation.Kind.ENTERPRISE);
        Evidence foreign = OrderWorld.evidence("HT-1", world.invoice(), world.papers(other));
        assertRefused(order, foreign, "/attachments/0/document", "order.document");
        List<Evidence.Attachment> papers = new ArrayList<>(world.papers(applicant));
        Evidence.Attachment id =
                new Evidence.Attachment(ServiceMaterial.SERVICE_RESULT, world.write(session -> world.document(
                                session, applicant, DocumentPurpose.LEGAL_REPRESENTATIVE_ID)
                        .id()));
        papers.add(id);
        assertRefused(
                order,
                OrderWorld.evidence("HT-1", world.invoice(), papers),
                "/attachments/4/document",
                "order.document-purpose");
    }

    @Test
    void shouldUnbind_onlyWhileNoClaimHoldsTheVoucher() {
        VoucherOrder order = world.bound(applicant, provider, "HT-1", world.invoice());
        VoucherClaim claim = world.claim(applicant, "140100-2025-000007");
        world.write(session -> {
            world.once.take(session, claim.id(), world.once.of(session, Set.of(applicant.id()), List.of(order.id())));
            return true;
        });

        RefusedException held = refused(
                () -> world.write(session -> world.binding.unbind(session, buys, order.id(), "发票号有误", ANY)),
                "order.held");
        assertThat(held.text().zh()).contains("140100-2025-000007");

        world.write(session -> {
            world.once.release(session, claim.id());
            return true;
        });
        world.toldSoFar();
        world.write(session -> world.binding.unbind(session, sells, order.id(), "发票号有误", ANY));
        assertThat(shown(order).state()).isEqualTo(OrderState.DISPUTED);
        assertThat(world.toldSoFar()).containsOnlyKeys(applicant.id(), provider.id());
    }

    @Test
    void shouldShowAnOrderAndItsPapers_toTheExpertsOfTheClaimThatHoldsIt() {
        VoucherOrder order = world.bound(applicant, provider, "HT-1", world.invoice());
        Actor expert = world.office(Role.EXPERT);
        VoucherClaim claim = world.claim(applicant, "140100-2025-000008");
        world.experts.put(claim.id().value(), Set.of(expert.account()));
        refused(() -> world.read(session -> world.ordering.show(session, expert, order.id())), "order.none");
        world.write(session -> {
            world.once.take(session, claim.id(), world.once.of(session, Set.of(applicant.id()), List.of(order.id())));
            return true;
        });
        assertThat(world.<VoucherOrder>read(session -> world.ordering.show(session, expert, order.id())))
                .isEqualTo(order);
        assertThat(world.<Boolean>read(session -> new OrderDocuments()
                        .of(
                                session,
                                session.documents()
                                        .find(order.evidence()
                                                .orElseThrow()
                                                .attachments()
                                                .get(0)
                                                .document())
                                        .orElseThrow())
                        .get(0)
                        .assignees()
                        .contains(expert.account())))
                .isTrue();
    }

    @Test
    void shouldPageThroughTheOrdersOfEachSide_newestFirst() {
        List<Order> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, ordered().order());
        }
        // Of one millisecond the names are in no order of age.
        made.sort((a, b) -> b.id().compareTo(a.id()));
        for (Actor side : List.of(buys, sells)) {
            List<Order> found = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page.Request request = new Page.Request(after, 2);
                Page<OrderSummary> page = world.read(
                        session -> world.ordering.list(session, side, Optional.of(OrderState.REQUESTED), request));
                page.items().forEach(item -> found.add(item.order()));
                after = page.next();
            } while (after.isPresent());
            assertThat(found).isEqualTo(made);
        }
        assertThat(world.<Page<OrderSummary>>read(session ->
                                world.ordering.list(session, buys, Optional.of(OrderState.BOUND), Page.Request.first()))
                        .items())
                .isEmpty();
        assertThat(world.<Page<OrderSummary>>read(session -> world.ordering.list(
                                session, world.office(Role.EXPERT), Optional.empty(), Page.Request.first()))
                        .items())
                .isEmpty();
    }

    private VoucherOrder ordered() {
        return order(OrderWorld.request(provider));
    }

    private VoucherOrder order(OrderRequest request) {
        return world.write(session -> world.ordering.order(session, buys, Optional.empty(), request));
    }

    private void accept(VoucherOrder order) {
        world.write(session -> world.ordering.accept(session, sells, order.id(), ANY));
    }

    private VoucherOrder shown(VoucherOrder order) {
        return world.read(session -> world.ordering.show(session, buys, order.id()));
    }

    private List<OrderEvent> timeline(VoucherOrder order) {
        return world.read(session -> world.ordering.timeline(session, buys, order.id()));
    }

    private RefusedException assertRefused(VoucherOrder order, Evidence evidence, String field, String code) {
        RefusedException refusal = refused(
                () -> world.write(session -> world.binding.prove(session, buys, order.id(), evidence, ANY)), code);
        assertThat(refusal.field()).isEqualTo(field);
        return refusal;
    }

    private static RefusedException refused(ThrowingCallable work, String code) {
        List<RefusedException> thrown = new ArrayList<>();
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, thrown::add);
        assertThat(thrown.get(0).code()).isEqualTo(code);
        return thrown.get(0);
    }

    private static Evidence with(Evidence evidence, Contract contract) {
        return new Evidence(
                evidence.exclusion(), contract, evidence.invoices(), evidence.payments(), evidence.attachments());
    }

    private static Evidence with(Evidence evidence, List<Invoice> invoices) {
        return new Evidence(
                evidence.exclusion(), evidence.contract(), invoices, evidence.payments(), evidence.attachments());
    }

    private static Evidence papers(Evidence evidence, List<Evidence.Attachment> papers) {
        return new Evidence(
                evidence.exclusion(), evidence.contract(), evidence.invoices(), evidence.payments(), papers);
    }
}
