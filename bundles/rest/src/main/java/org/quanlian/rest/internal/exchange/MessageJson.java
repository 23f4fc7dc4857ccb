package org.quanlian.rest.internal.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.InboxMessage;
import org.quanlian.vouchers.exchange.InboxRefusal;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.wire.JsonOutput;

/** The JSON of messages, without what they say. */
final class MessageJson {
    private MessageJson() {}

    static void write(JsonGenerator json, OutboxEntry message) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", message.id().value());
        json.writeStringField("partner", message.partner().code());
        json.writeStringField("type", message.type());
        json.writeStringField("subject", message.subject());
        JsonOutput.instant(json, "bornAt", message.bornAt());
        JsonOutput.instant(json, "expiresAt", message.expiresAt());
        text(json, "traceparent", message.traceParent());
        json.writeStringField("state", message.state().name());
        json.writeNumberField("attempts", message.attempts());
        if (message.state() == OutboxEntry.State.OWED) {
            JsonOutput.instant(json, "dueAt", message.dueAt());
        }
        PartnerJson.instant(json, "settledAt", message.settledAt());
        problem(json, message.problem());
        text(json, "successor", message.successor().map(id -> id.value()));
        json.writeEndObject();
    }

    static void write(JsonGenerator json, InboxMessage message) throws IOException {
        json.writeStartObject();
        json.writeStringField("partner", message.source().code());
        json.writeStringField("id", message.id().value());
        json.writeStringField("type", message.type());
        json.writeStringField("subject", message.subject());
        json.writeNumberField("sequence", message.sequence());
        JsonOutput.instant(json, "bornAt", message.bornAt());
        text(json, "traceparent", message.traceParent());
        json.writeStringField("digest", message.digest());
        JsonOutput.instant(json, "receivedAt", message.receivedAt());
        json.writeStringField("state", message.refusal().isPresent() ? "REFUSED" : "STORED");
        problem(json, message.refusal());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, InboxRefusal refusal) throws IOException {
        json.writeStartObject();
        json.writeStringField("partner", refusal.peer().code());
        text(json, "message", refusal.message().map(id -> id.value()));
        json.writeStringField("digest", refusal.digest());
        json.writeBooleanField("signed", refusal.signed());
        text(json, "traceparent", refusal.traceParent());
        problem(json, Optional.of(refusal.refusal()));
        JsonOutput.instant(json, "firstAt", refusal.firstAt());
        JsonOutput.instant(json, "lastAt", refusal.lastAt());
        json.writeNumberField("times", refusal.times());
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json, Optional<DeliveryProblem> problem) throws IOException {
        if (problem.isPresent()) {
            json.writeObjectFieldStart("problem");
            json.writeStringField("code", problem.get().code());
            JsonOutput.text(json, "message", problem.get().text());
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }
}
