package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.Contract;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.Qualification;
import org.quanlian.model.Scale;
import org.quanlian.model.Service;

/**
 * Writes the facts of a claim as the assessment contract's request, so that {@link ClaimReader} reads the same facts back.
 * A missing fact is absent; one that is known to be none is null. Members and sets have one order, so equal facts are equal
 * bytes.
 */
public final class ClaimWriter {
    /** The JSON of a request, in UTF-8. */
    public byte[] write(Claim claim) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            JsonOutput.instant(json, "asOf", claim.asOf());
            json.writeObjectFieldStart("applicant");
            applicant(json, claim.applicant());
            json.writeEndObject();
            text(json, "grantedThisYear", claim.grantedThisYear());
            names(json, "materials", claim.materials());
            json.writeArrayFieldStart("services");
            for (Service service : claim.services()) {
                json.writeStartObject();
                service(json, service);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void applicant(JsonGenerator json, Applicant applicant) throws IOException {
        party(json, applicant.party());
        text(json, "name", applicant.name());
        text(json, "area", applicant.area());
        text(json, "researchSpending", applicant.researchSpending());
        truth(json, "discredited", applicant.discredited());
        orNone(json, "suspendedUntil", applicant.suspendedUntil());
        if (applicant.scale().isKnown()) {
            json.writeObjectFieldStart("scale");
            scale(json, applicant.scale().value());
            json.writeEndObject();
        }
        if (applicant.qualifications().isKnown()) {
            json.writeArrayFieldStart("qualifications");
            for (Qualification qualification : applicant.qualifications().value()) {
                json.writeStartObject();
                json.writeStringField("type", qualification.type().name());
                text(json, "number", qualification.number());
                text(json, "validFrom", qualification.validity().from());
                text(json, "validUntil", qualification.validity().until());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void party(JsonGenerator json, Party party) throws IOException {
        if (party instanceof Party.Enterprise enterprise) {
            json.writeStringField("kind", "ENTERPRISE");
            json.writeStringField("uscc", enterprise.uscc().value());
            truth(json, "independentLegalPerson", enterprise.independentLegalPerson());
        } else if (party instanceof Party.Team team) {
            json.writeStringField("kind", "TEAM");
            text(json, "uscc", team.uscc().map(code -> code.value()));
            if (team.host().isKnown()) {
                json.writeObjectFieldStart("host");
                json.writeStringField("uscc", team.host().value().uscc().value());
                json.writeStringField("name", team.host().value().name());
                json.writeEndObject();
            }
        }
    }

    private static void scale(JsonGenerator json, Scale scale) throws IOException {
        text(json, "industry", scale.industry().map(Enum::name));
        if (scale.employees().isKnown()) {
            json.writeNumberField("employees", scale.employees().value());
        }
        text(json, "revenue", scale.revenue());
        text(json, "assets", scale.assets());
    }

    private static void service(JsonGenerator json, Service service) throws IOException {
        json.writeStringField("id", service.id());
        text(json, "category", service.category().map(Enum::name));
        orNone(json, "exclusion", service.exclusion().map(reason -> reason.map(Enum::name)));
        json.writeObjectFieldStart("provider");
        provider(json, service.provider());
        json.writeEndObject();
        json.writeObjectFieldStart("contract");
        contract(json, service.contract());
        json.writeEndObject();
        if (service.invoices().isKnown()) {
            invoices(json, service.invoices().value());
        }
        if (service.payments().isKnown()) {
            json.writeArrayFieldStart("payments");
            for (Payment payment : service.payments().value()) {
                entry(json, "paidOn", payment.paidOn(), payment.amount());
            }
            json.writeEndArray();
        }
        names(json, "materials", service.materials());
    }

    private static void provider(JsonGenerator json, Provider provider) throws IOException {
        text(json, "uscc", provider.uscc().map(code -> code.value()));
        text(json, "name", provider.name());
        text(json, "kind", provider.kind().map(Enum::name));
        text(json, "level", provider.level().map(Enum::name));
        text(json, "area", provider.area());
        truth(json, "onSharingPlatform", provider.onSharingPlatform());
        truth(json, "inVoucherSystem", provider.inVoucherSystem());
        truth(json, "discredited", provider.discredited());
        truth(json, "affiliated", provider.affiliated());
    }

    private static void contract(JsonGenerator json, Contract contract) throws IOException {
        text(json, "number", contract.number());
        text(json, "signedOn", contract.signedOn());
        text(json, "amount", contract.amount());
    }

    private static void invoices(JsonGenerator json, List<Invoice> invoices) throws IOException {
        json.writeArrayFieldStart("invoices");
        for (Invoice invoice : invoices) {
            json.writeStartObject();
            if (invoice.number() instanceof InvoiceNumber.Coded coded) {
                json.writeStringField("code", coded.code());
                json.writeStringField("number", coded.number());
            } else if (invoice.number() instanceof InvoiceNumber.Digital digital) {
                json.writeStringField("number", digital.number());
            }
            json.writeStringField("issuedOn", invoice.issuedOn().toString());
            JsonOutput.money(json, "amount", invoice.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, String dayName, LocalDate day, Money amount) throws IOException {
        json.writeStartObject();
        json.writeStringField(dayName, day.toString());
        JsonOutput.money(json, "amount", amount);
        json.writeEndObject();
    }

    private static <E extends Enum<E>> void names(JsonGenerator json, String name, Collection<E> constants)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (E constant : constants.stream().sorted().toList()) {
            json.writeString(constant.name());
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private static void text(JsonGenerator json, String name, Fact<?> fact) throws IOException {
        if (fact.isKnown()) {
            json.writeStringField(name, fact.value().toString());
        }
    }

    private static void truth(JsonGenerator json, String name, Fact<Boolean> fact) throws IOException {
        if (fact.isKnown()) {
            json.writeBooleanField(name, fact.value());
        }
    }

    private static <T> void orNone(JsonGenerator json, String name, Fact<Optional<T>> fact) throws IOException {
        if (fact.isKnown()) {
            json.writeStringField(name, fact.value().map(Object::toString).orElse(null));
        }
    }
}
