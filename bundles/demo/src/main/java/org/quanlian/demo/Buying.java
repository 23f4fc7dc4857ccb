package org.quanlian.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quanlian.model.Contract;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.OrderDesk;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.VoucherOrder;

/** Enterprises buy services, prove them, and claim what they were granted. */
final class Buying {
    private static final int BATCH = 20;
    private static final Duration DRAFTED_BEFORE = Duration.ofMinutes(40);
    private static final Duration WITHDRAWN_AFTER = Duration.ofHours(26);

    private final Stage stage;
    private final Papers papers;
    private final List<Actor> providers;
    private final List<Joined> enterprises;

    Buying(Stage stage, Papers papers, List<Actor> providers, List<Joined> enterprises) {
        this.stage = stage;
        this.papers = papers;
        this.providers = providers;
        this.enterprises = enterprises;
    }

    List<Claimed> claims(List<Script.ClaimPlan> plans) {
        return stage.each("claims", plans, BATCH, (session, plan) -> {
            Joined by = enterprises.get(plan.enterprise());
            List<Id<Order>> orders = new ArrayList<>();
            plan.purchases().forEach(purchase -> orders.add(buy(session, by.actor(), purchase)));
            return new Claimed(plan, claim(session, by, plan, orders), by);
        });
    }

    private Id<Order> buy(Session session, Actor buyer, Script.Purchase purchase) {
        OrderDesk desk = stage.year().orders();
        Actor provider = providers.get(purchase.provider());
        stage.clock().set(purchase.orderedAt());
        VoucherOrder order = desk.ordering()
                .order(
                        session,
                        buyer,
                        Optional.empty(),
                        new OrderRequest(
                                provider.organisation().orElseThrow(),
                                Optional.empty(),
                                purchase.description(),
                                purchase.category(),
                                purchase.price()));
        stage.clock().set(purchase.acceptedAt());
        desk.ordering().accept(session, provider, order.id(), Optional.empty());
        stage.clock().set(purchase.provedAt());
        List<Evidence.Attachment> attachments = Arrays.stream(ServiceMaterial.values())
                .map(material ->
                        new Evidence.Attachment(material, papers.upload(session, buyer, DocumentPurpose.of(material))))
                .toList();
        Evidence evidence = new Evidence(
                Optional.empty(),
                new Contract(
                        Optional.of(purchase.contract()),
                        Optional.of(purchase.signedOn()),
                        Optional.of(purchase.price())),
                purchase.invoices(),
                List.of(new Payment(purchase.paidOn(), purchase.price())),
                attachments);
        desk.binding().prove(session, buyer, order.id(), evidence, Optional.empty());
        stage.clock().set(purchase.boundAt());
        desk.binding().confirm(session, provider, order.id(), Optional.empty());
        return order.id();
    }

    private Id<VoucherClaim> claim(Session session, Joined by, Script.ClaimPlan plan, List<Id<Order>> orders) {
        ClaimProcedure procedure = stage.year().claims();
        stage.clock().set(plan.filedAt().minus(DRAFTED_BEFORE));
        VoucherClaim draft = procedure
                .drafts()
                .begin(session, by.actor(), by.actor().organisation().orElseThrow(), Dates.YEAR, orders);
        procedure.drafts().setMaterials(session, by.actor(), draft.id(), OptionalLong.empty(), by.papers());
        if (plan.fate() != ClaimState.DRAFT) {
            stage.clock().set(plan.filedAt());
            procedure.filing().file(session, by.actor(), draft.id());
        }
        if (plan.fate() == ClaimState.WITHDRAWN) {
            stage.clock().set(plan.filedAt().plus(WITHDRAWN_AFTER));
            procedure.filing().withdraw(session, by.actor(), draft.id(), "企业自行撤回（示例）");
        }
        return draft.id();
    }
}
