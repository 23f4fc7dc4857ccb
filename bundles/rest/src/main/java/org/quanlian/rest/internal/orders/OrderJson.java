package org.quanlian.rest.internal.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Contract;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderEvent;
import org.quanlian.vouchers.orders.OrderMove;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.OrderState;
import org.quanlian.vouchers.orders.OrderSummary;
import org.quanlian.vouchers.orders.PreAssessments.PreAssessment;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;
import org.quanlian.wire.DecisionWriter;
import org.quanlian.wire.JsonOutput;

/** The JSON of orders. */
final class OrderJson {
    private OrderJson() {}

    static byte[] one(VoucherOrder order) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            head(json, order.order(), order.host(), order.request(), order.state());
            JsonOutput.instant(json, "createdAt", order.createdAt());
            json.writeArrayFieldStart("moves");
            for (OrderMove move : OrderMove.from(order.state())) {
                json.writeString(move.name());
            }
            json.writeEndArray();
            if (order.evidence().isPresent()) {
                json.writeObjectFieldStart("evidence");
                evidence(json, order.evidence().get());
                json.writeEndObject();
            } else {
                json.writeNullField("evidence");
            }
            json.writeEndObject();
        });
    }

    static byte[] page(Page<OrderSummary> page) {
        return PageJson.write(page, (json, summary) -> {
            json.writeStartObject();
            head(json, summary.order(), summary.host(), summary.request(), summary.state());
            JsonOutput.instant(json, "createdAt", summary.createdAt());
            json.writeEndObject();
        });
    }

    static byte[] timeline(List<OrderEvent> events) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (OrderEvent event : events) {
                json.writeStartObject();
                JsonOutput.instant(json, "at", event.at());
                json.writeStringField("actorName", event.actorName());
                json.writeStringField("role", event.role().name());
                text(json, "move", event.move().map(OrderMove::name));
                json.writeStringField("state", event.to().name());
                json.writeStringField("reason", event.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static byte[] assessment(PreAssessment assessment) {
        String decision = new String(new DecisionWriter().write(assessment.decision()), StandardCharsets.UTF_8);
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeFieldName("decision");
            json.writeRawValue(decision);
            json.writeArrayFieldStart("relation");
            for (RelationStep step : assessment.relation()) {
                json.writeStartObject();
                json.writeStringField("from", step.from());
                json.writeStringField("to", step.to());
                json.writeStringField("kind", step.kind());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (assessment.catalogue().isPresent()) {
                catalogue(json, assessment.catalogue().get());
            }
            json.writeEndObject();
        });
    }

    private static void catalogue(JsonGenerator json, PartnerCatalogue.Standing catalogue) throws IOException {
        json.writeObjectFieldStart("catalogue");
        json.writeStringField("partner", catalogue.partner().code());
        if (catalogue.current().isPresent()) {
            JsonOutput.instant(json, "currentAt", catalogue.current().get());
        }
        PartnerCatalogue.Finding finding = catalogue.finding();
        json.writeStringField("finding", finding.code());
        JsonOutput.text(json, "message", finding.text());
        json.writeEndObject();
    }

    private static void head(
            JsonGenerator json, Order order, Optional<Id<Organisation>> host, OrderRequest request, OrderState state)
            throws IOException {
        json.writeStringField("id", order.id().value());
        json.writeStringField("applicant", order.applicant().value());
        text(json, "host", host.map(Id::value));
        json.writeStringField("provider", order.provider().value());
        text(json, "item", request.item());
        json.writeStringField("description", request.description());
        json.writeStringField("category", request.category().name());
        JsonOutput.money(json, "price", request.price());
        json.writeStringField("state", state.name());
    }

    private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
        text(json, "exclusion", evidence.exclusion().map(Enum::name));
        Contract contract = evidence.contract();
        json.writeObjectFieldStart("contract");
        text(json, "number", contract.number());
        text(json, "signedOn", contract.signedOn().map(LocalDate::toString));
        text(json, "amount", contract.amount().map(Money::toString));
        json.writeEndObject();
        json.writeArrayFieldStart("invoices");
        for (Invoice invoice : evidence.invoices()) {
            json.writeStartObject();
            if (invoice.number() instanceof InvoiceNumber.Coded coded) {
                json.writeStringField("code", coded.code());
                json.writeStringField("number", coded.number());
            } else {
                json.writeNullField("code");
                json.writeStringField("number", invoice.number().toString());
            }
            json.writeStringField("issuedOn", invoice.issuedOn().toString());
            JsonOutput.money(json, "amount", invoice.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("payments");
        for (Payment payment : evidence.payments()) {
            json.writeStartObject();
            json.writeStringField("paidOn", payment.paidOn().toString());
            JsonOutput.money(json, "amount", payment.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attachments");
        for (Evidence.Attachment attachment : evidence.attachments()) {
            json.writeStartObject();
            json.writeStringField("material", attachment.material().name());
            json.writeStringField("document", attachment.document().value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
