package org.quanlian.vouchers.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Contract;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Payment;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.StoredDocument;

/** Proves services and binds vouchers (创新券绑定, 四（三）). */
public final class Binding {
    private final Clock clock;

    /** @param clock tells when something is done, and which day is today */
    public Binding(Clock clock) {
        this.clock = clock;
    }

    /** The applicant proves a service, or corrects what it proved, and asks the provider to confirm it. */
    public VoucherOrder prove(Session session, Actor actor, Id<Order> id, Evidence evidence, Optional<Long> seen) {
        VoucherOrder order = OrderMoves.open(session, actor, id, OrderMove.PROVE, seen);
        Instant now = clock.instant();
        requireWhole(evidence, ChinaTime.dateOf(now));
        requireDocuments(session, order, evidence);
        return OrderMoves.make(session, actor, order, OrderMove.PROVE, proved -> proved.proved(evidence), "", now);
    }

    /**
     * The provider confirms what is proved: from now on the voucher is bound.
     *
     * @param seen the version that the provider looked at; what was changed since is not confirmed
     */
    public VoucherOrder confirm(Session session, Actor actor, Id<Order> id, Optional<Long> seen) {
        return move(session, actor, id, OrderMove.CONFIRM, "", seen);
    }

    /** The provider does not confirm what is proved, and tells what is wrong. */
    public VoucherOrder dispute(Session session, Actor actor, Id<Order> id, String reason, Optional<Long> seen) {
        return move(session, actor, id, OrderMove.DISPUTE, reason, seen);
    }

    /** Either side takes a binding back so that it can be corrected, while no claim holds the voucher. */
    public VoucherOrder unbind(Session session, Actor actor, Id<Order> id, String reason, Optional<Long> seen) {
        VoucherOrder order = OrderMoves.open(session, actor, id, OrderMove.UNBIND, seen);
        Optional<Id<?>> holder = session.orders().holder(id);
        if (holder.isPresent()) {
            String number = session.claims()
                    .find(new Id<>(holder.get().value()))
                    .map(claim -> claim.number())
                    .orElse("");
            throw OrderRefusals.conflict("order.held", number);
        }
        return OrderMoves.make(
                session, actor, order, OrderMove.UNBIND, UnaryOperator.identity(), reason, clock.instant());
    }

    private VoucherOrder move(
            Session session, Actor actor, Id<Order> id, OrderMove move, String reason, Optional<Long> seen) {
        VoucherOrder order = OrderMoves.open(session, actor, id, move, seen);
        return OrderMoves.make(session, actor, order, move, UnaryOperator.identity(), reason, clock.instant());
    }

    private static void requireWhole(Evidence evidence, LocalDate today) {
        Contract contract = evidence.contract();
        if (contract.number()
                .map(Writing::plain)
                .filter(plain -> !plain.isEmpty())
                .isEmpty()) {
            throw OrderRefusals.invalid("/contract/number", "order.contract-number");
        }
        LocalDate signedOn = contract.signedOn()
                .orElseThrow(() -> OrderRefusals.invalid("/contract/signedOn", "order.contract-date"));
        if (contract.amount().isEmpty()) {
            throw OrderRefusals.invalid("/contract/amount", "order.contract-amount");
        }
        refuseFuture("/contract/signedOn", signedOn, today);
        requireEntries("/invoices", evidence.invoices(), Invoice::issuedOn, "/issuedOn", today);
        requireEntries("/payments", evidence.payments(), Payment::paidOn, "/paidOn", today);
        if (evidence.invoices().stream().noneMatch(invoice -> invoice.amount().isPositive())) {
            throw OrderRefusals.invalid("/invoices", "order.invoices");
        }
        if (evidence.payments().isEmpty()) {
            throw OrderRefusals.invalid("/payments", "order.payments");
        }
        Set<InvoiceNumber> numbers = new HashSet<>();
        for (int i = 0; i < evidence.invoices().size(); i++) {
            InvoiceNumber number = evidence.invoices().get(i).number();
            if (!numbers.add(number)) {
                throw OrderRefusals.invalid("/invoices/" + i + "/number", "order.invoice-twice", number);
            }
        }
        Set<ServiceMaterial> there = evidence.materials();
        for (ServiceMaterial material : ServiceMaterial.values()) {
            if (!there.contains(material)) {
                throw OrderRefusals.materialMissing(material);
            }
        }
    }

    private static <T> void requireEntries(
            String field, List<T> entries, Function<T, LocalDate> day, String dayField, LocalDate today) {
        if (entries.size() > Service.MAX_ENTRIES) {
            throw OrderRefusals.invalid(field, "order.entries", Service.MAX_ENTRIES);
        }
        for (int i = 0; i < entries.size(); i++) {
            refuseFuture(field + "/" + i + dayField, day.apply(entries.get(i)), today);
        }
    }

    private static void refuseFuture(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw OrderRefusals.invalid(field, "order.future", day);
        }
    }

    private static void requireDocuments(Session session, VoucherOrder order, Evidence evidence) {
        List<Evidence.Attachment> attachments = evidence.attachments();
        if (attachments.size() > Evidence.MAX_ATTACHMENTS) {
            throw OrderRefusals.invalid("/attachments", "order.entries", Evidence.MAX_ATTACHMENTS);
        }
        Set<Id<StoredDocument>> attached = new HashSet<>();
        for (int i = 0; i < attachments.size(); i++) {
            Evidence.Attachment attachment = attachments.get(i);
            String field = "/attachments/" + i + "/document";
            StoredDocument document = session.documents()
                    .find(attachment.document())
                    .filter(there -> order.buyers().contains(there.owner()))
                    .orElseThrow(() -> OrderRefusals.invalid(field, "order.document"));
            if (document.purpose() != DocumentPurpose.of(attachment.material())) {
                throw OrderRefusals.otherPurpose(field, document.name(), attachment.material());
            }
            if (!attached.add(document.id())) {
                throw OrderRefusals.invalid(field, "order.document-twice");
            }
        }
    }
}
