package org.quanlian.rest.internal.orders;

import static org.quanlian.wire.Conversions.DATE;
import static org.quanlian.wire.Conversions.MONEY;
import static org.quanlian.wire.Conversions.SIGNED_MONEY;
import static org.quanlian.wire.Conversions.oneOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.InvoiceNumbers;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.PlannedService;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonObject;
import org.quanlian.wire.JsonRequest;

/** Reads the bodies of requests about orders. */
final class OrderRequests {
    static final int MAX_SMALL_BYTES = 16 * 1024;
    static final int MAX_EVIDENCE_BYTES = 512 * 1024;

    private static final int MAX_REASON = 1000;
    private static final int MAX_MATERIALS = 50;

    private OrderRequests() {}

    /**
     * An order that is asked for.
     *
     * @param applicant who buys, if it is told
     * @param request what is wanted
     */
    record NewOrder(Optional<Id<Organisation>> applicant, OrderRequest request) {}

    /**
     * A pre-assessment that is asked for.
     *
     * @param applicant who buys, if it is told
     * @param service the service
     * @param claimMaterials the papers that are there for the claim as a whole
     */
    record Planned(Optional<Id<Organisation>> applicant, PlannedService service, Set<ClaimMaterial> claimMaterials) {}

    static NewOrder order(byte[] body) {
        return JsonRequest.read(body, MAX_SMALL_BYTES, json -> {
            Optional<Id<Organisation>> applicant = json.optional("applicant", id());
            Optional<Id<Organisation>> provider = json.required("provider", id());
            Optional<String> item = json.optional("item", Conversions.shortText());
            Optional<String> description = json.required("description", Conversions.shortText());
            Optional<ServiceCategory> category = json.required("category", oneOf(ServiceCategory.class));
            Optional<Money> price = json.required("price", MONEY);
            if (provider.isEmpty() || description.isEmpty() || category.isEmpty() || price.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new NewOrder(
                    applicant, new OrderRequest(provider.get(), item, description.get(), category.get(), price.get())));
        });
    }

    static Evidence evidence(byte[] body) {
        return JsonRequest.read(body, MAX_EVIDENCE_BYTES, json -> {
            Fact<Optional<Exclusion>> exclusion = json.factOrNone("exclusion", oneOf(Exclusion.class));
            if (exclusion.isMissing() && !json.has("exclusion")) {
                // Null declares that no reason applies; silence declares nothing.
                json.errors().add(json.pointerTo("exclusion"), "field.required");
            }
            Contract contract = json.object("contract", OrderRequests::contract).orElse(Contract.UNKNOWN);
            Optional<List<Invoice>> invoices = json.objects("invoices", Service.MAX_ENTRIES, OrderRequests::invoice);
            Optional<List<Payment>> payments = json.objects("payments", Service.MAX_ENTRIES, OrderRequests::payment);
            Optional<List<Evidence.Attachment>> attachments =
                    json.objects("attachments", Evidence.MAX_ATTACHMENTS, OrderRequests::attachment);
            return Optional.of(new Evidence(
                    exclusion.orElse(Optional.empty()),
                    contract,
                    invoices.orElse(List.of()),
                    payments.orElse(List.of()),
                    attachments.orElse(List.of())));
        });
    }

    static Planned planned(byte[] body) {
        return JsonRequest.read(body, MAX_EVIDENCE_BYTES, json -> {
            Optional<Id<Organisation>> applicant = json.optional("applicant", id());
            Optional<Id<Organisation>> provider = json.required("provider", id());
            Fact<ServiceCategory> category = json.fact("category", oneOf(ServiceCategory.class));
            Fact<Optional<Exclusion>> exclusion = json.factOrNone("exclusion", oneOf(Exclusion.class));
            Contract contract = json.object("contract", OrderRequests::contract).orElse(Contract.UNKNOWN);
            Fact<List<Invoice>> invoices = fact(json.objects("invoices", Service.MAX_ENTRIES, OrderRequests::invoice));
            Fact<List<Payment>> payments = fact(json.objects("payments", Service.MAX_ENTRIES, OrderRequests::payment));
            Set<ServiceMaterial> materials = materials(json, "materials", ServiceMaterial.class);
            Set<ClaimMaterial> claimMaterials = materials(json, "claimMaterials", ClaimMaterial.class);
            return provider.map(seller -> new Planned(
                    applicant,
                    new PlannedService(seller, category, exclusion, contract, invoices, payments, materials),
                    claimMaterials));
        });
    }

    static String requiredReason(byte[] body) {
        return JsonRequest.read(
                body, MAX_SMALL_BYTES, json -> json.required("reason", Conversions.longText(MAX_REASON)));
    }

    static String optionalReason(byte[] body) {
        return JsonRequest.read(
                body,
                MAX_SMALL_BYTES,
                json -> Optional.of(json.optional("reason", Conversions.longText(MAX_REASON))
                        .orElse("")));
    }

    static void nothing(byte[] body) {
        JsonRequest.readEmpty(body, MAX_SMALL_BYTES);
    }

    private static Optional<Contract> contract(JsonObject json) {
        return Optional.of(new Contract(
                json.optional("number", Conversions.shortText()),
                json.optional("signedOn", DATE),
                json.optional("amount", MONEY)));
    }

    private static Optional<Invoice> invoice(JsonObject json) {
        Optional<String> code = json.optional("code", Conversions.shortText());
        Optional<String> typed = json.required("number", Conversions.shortText());
        Optional<LocalDate> issuedOn = json.required("issuedOn", DATE);
        Optional<Money> amount = json.required("amount", SIGNED_MONEY);
        Optional<InvoiceNumber> number = typed.flatMap(text -> number(json, code, text));
        return number.isPresent() && issuedOn.isPresent() && amount.isPresent()
                ? Optional.of(new Invoice(number.get(), issuedOn.get(), amount.get()))
                : Optional.empty();
    }

    private static Optional<InvoiceNumber> number(JsonObject json, Optional<String> code, String typed) {
        try {
            return Optional.of(InvoiceNumbers.read(code, typed));
        } catch (InvalidValueException e) {
            json.errors().add(json.pointerTo("number"), e.reason());
            return Optional.empty();
        }
    }

    private static Optional<Payment> payment(JsonObject json) {
        Optional<LocalDate> paidOn = json.required("paidOn", DATE);
        Optional<Money> amount = json.required("amount", MONEY);
        return paidOn.isPresent() && amount.isPresent()
                ? Optional.of(new Payment(paidOn.get(), amount.get()))
                : Optional.empty();
    }

    private static Optional<Evidence.Attachment> attachment(JsonObject json) {
        Optional<ServiceMaterial> material = json.required("material", oneOf(ServiceMaterial.class));
        Optional<Id<StoredDocument>> document = json.required("document", id());
        return material.isPresent() && document.isPresent()
                ? Optional.of(new Evidence.Attachment(material.get(), document.get()))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Set<E> materials(JsonObject json, String name, Class<E> type) {
        return Set.copyOf(json.values(name, MAX_MATERIALS, oneOf(type)).orElse(List.of()));
    }

    private static <T> Fact<List<T>> fact(Optional<List<T>> list) {
        return list.map(Fact::of).orElse(Fact.missing());
    }

    private static <T> JsonObject.Conversion<Id<T>> id() {
        return Conversions.value(text -> new Id<T>(text));
    }
}
