package org.quanlian.wire;

import static org.quanlian.wire.Conversions.DATE;
import static org.quanlian.wire.Conversions.INSTANT;
import static org.quanlian.wire.Conversions.MONEY;
import static org.quanlian.wire.Conversions.SIGNED_MONEY;
import static org.quanlian.wire.Conversions.oneOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;

/**
 * Reads the JSON of an assessment request into a claim, or refuses it with everything that is wrong in form.
 *
 * <p>Source: the assessment contract in {@code docs/assessment.md}. Limits: {@link #MAX_BYTES} bytes of UTF-8 without a
 * byte order mark, 16 levels of nesting, {@link Claim#MAX_SERVICES} services, {@link Service#MAX_ENTRIES} invoices and
 * payments each, texts of 200 characters.
 */
public final class ClaimReader {
    /** The most bytes that a request may have. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /** The most bytes that a kept request may have: more than a claim within its limits can come to. */
    public static final int MAX_KEPT_BYTES = 64 * 1024 * 1024;

    private static final int MAX_MATERIALS = 50;
    private static final int DIGITAL_INVOICE_DIGITS = 20;

    /**
     * Reads a request.
     *
     * @throws InvalidRequestException listing every invalid field with its JSON Pointer
     */
    public Claim read(byte[] json) {
        return JsonRequest.read(json, MAX_BYTES, ClaimReader::claim);
    }

    /**
     * Reads a request that this node wrote and kept: it may have {@link #MAX_KEPT_BYTES} bytes.
     *
     * @throws InvalidRequestException when it is not what was written
     */
    public Claim readKept(byte[] json) {
        return JsonRequest.read(json, MAX_KEPT_BYTES, ClaimReader::claim);
    }

    private static Optional<Claim> claim(JsonObject json) {
        Optional<Instant> asOf = json.required("asOf", INSTANT);
        Optional<Applicant> applicant = requiredApplicant(json);
        Fact<Money> grantedThisYear = json.fact("grantedThisYear", MONEY);
        Set<ClaimMaterial> materials = materials(json, ClaimMaterial.class);
        Optional<List<Service>> services = services(json);
        if (json.errors().any() || asOf.isEmpty() || applicant.isEmpty() || services.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Claim(asOf.get(), applicant.get(), grantedThisYear, materials, services.get()));
    }

    private static Optional<Applicant> requiredApplicant(JsonObject json) {
        if (!json.has("applicant")) {
            json.errors().add(json.pointerTo("applicant"), "field.required");
        }
        return json.object("applicant", ApplicantReader::applicant);
    }

    private static Optional<List<Service>> services(JsonObject json) {
        Set<String> ids = new HashSet<>();
        Optional<List<Service>> services =
                json.objects("services", Claim.MAX_SERVICES, service -> service(service, ids));
        if (!json.has("services")) {
            json.errors().add(json.pointerTo("services"), "field.required");
        } else if (json.isEmptyList("services")) {
            json.errors().add(json.pointerTo("services"), "list.empty");
        }
        return services;
    }

    private static Optional<Service> service(JsonObject json, Set<String> ids) {
        Optional<String> id = json.required("id", Conversions.shortText());
        if (id.isPresent() && !ids.add(id.get())) {
            json.errors().add(json.pointerTo("id"), "service.id", id.get());
        }
        Fact<ServiceCategory> category = json.fact("category", oneOf(ServiceCategory.class));
        Fact<Optional<Exclusion>> exclusion = json.factOrNone("exclusion", oneOf(Exclusion.class));
        Provider provider = json.object("provider", ProviderReader::provider).orElse(Provider.UNKNOWN);
        Contract contract = json.object("contract", ClaimReader::contract).orElse(Contract.UNKNOWN);
        Fact<List<Invoice>> invoices = fact(json.objects("invoices", Service.MAX_ENTRIES, ClaimReader::invoice));
        Fact<List<Payment>> payments = fact(json.objects("payments", Service.MAX_ENTRIES, ClaimReader::payment));
        Set<ServiceMaterial> materials = materials(json, ServiceMaterial.class);
        return id.map(
                name -> new Service(name, category, exclusion, provider, contract, invoices, payments, materials));
    }

    private static Optional<Contract> contract(JsonObject json) {
        return Optional.of(new Contract(
                json.optional("number", Conversions.shortText()),
                json.optional("signedOn", DATE),
                json.optional("amount", MONEY)));
    }

    private static Optional<Invoice> invoice(JsonObject json) {
        Optional<InvoiceNumber> number = invoiceNumber(json);
        Optional<LocalDate> issuedOn = json.required("issuedOn", DATE);
        Optional<Money> amount = json.required("amount", SIGNED_MONEY);
        return number.isPresent() && issuedOn.isPresent() && amount.isPresent()
                ? Optional.of(new Invoice(number.get(), issuedOn.get(), amount.get()))
                : Optional.empty();
    }

    private static Optional<InvoiceNumber> invoiceNumber(JsonObject json) {
        Optional<String> number = json.required("number", Conversions.invoiceDigits());
        Optional<String> code = json.optional("code", Conversions.invoiceCode());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.get().length() == DIGITAL_INVOICE_DIGITS) {
            // A digital invoice printed on paper bears a code too; its twenty digits are its identity all the same.
            return number.map(InvoiceNumber::digital);
        }
        if (!json.has("code")) {
            json.errors().add(json.pointerTo("number"), "invoice.code.required");
            return Optional.empty();
        }
        return code.map(digits -> InvoiceNumber.coded(digits, number.get()));
    }

    private static Optional<Payment> payment(JsonObject json) {
        Optional<LocalDate> paidOn = json.required("paidOn", DATE);
        Optional<Money> amount = json.required("amount", MONEY);
        return paidOn.isPresent() && amount.isPresent()
                ? Optional.of(new Payment(paidOn.get(), amount.get()))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Set<E> materials(JsonObject json, Class<E> type) {
        return Set.copyOf(json.values("materials", MAX_MATERIALS, oneOf(type)).orElse(List.of()));
    }

    private static <T> Fact<List<T>> fact(Optional<List<T>> list) {
        return list.map(Fact::of).orElse(Fact.missing());
    }
}
