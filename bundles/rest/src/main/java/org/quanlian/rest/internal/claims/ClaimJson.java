package org.quanlian.rest.internal.claims;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.policy.api.Decision;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimReading;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.ClaimTexts;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.wire.JsonOutput;

/** The JSON of claims. */
final class ClaimJson {
    private ClaimJson() {}

    static byte[] page(Page<ClaimSummary> page) {
        return PageJson.write(page, ClaimJson::summary);
    }

    static byte[] one(ClaimReading.View view) {
        return JsonOutput.document(json -> view(json, view));
    }

    static byte[] timeline(List<TimelineEntry> entries) {
        return list(entries, ClaimJson::entry);
    }

    /** The JSON of a list that is told whole. */
    static <T> byte[] list(List<T> items, PageJson.Item<T> item) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (T each : items) {
                item.write(json, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static void policy(JsonGenerator json, Filing filing, boolean absent) throws IOException {
        json.writeStartObject();
        json.writeStringField("province", filing.policy().province().code());
        json.writeNumberField("year", filing.policy().year());
        json.writeStringField("version", filing.policy().version().toString());
        json.writeStringField("digest", filing.digest());
        json.writeBooleanField("absent", absent);
        json.writeEndObject();
    }

    static void optional(JsonGenerator json, String name, Optional<?> text) throws IOException {
        json.writeStringField(name, text.map(Object::toString).orElse(null));
    }

    static void optionalInstant(JsonGenerator json, String name, Optional<Instant> instant) throws IOException {
        if (instant.isPresent()) {
            JsonOutput.instant(json, name, instant.get());
        } else {
            json.writeNullField(name);
        }
    }

    private static void summary(JsonGenerator json, ClaimSummary claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", claim.id().value());
        json.writeStringField("number", claim.number());
        json.writeStringField("applicant", claim.applicant().value());
        optional(json, "host", claim.host());
        json.writeStringField("city", claim.city().code());
        json.writeNumberField("year", claim.year());
        json.writeStringField("state", claim.state().name());
        JsonOutput.text(json, "stateText", ClaimTexts.of(claim.state()));
        optionalInstant(json, "filedAt", claim.filedAt());
        optional(json, "outcome", claim.outcome());
        optional(json, "grant", claim.grant());
        optional(json, "approved", claim.approved());
        JsonOutput.instant(json, "createdAt", claim.createdAt());
        json.writeNumberField("version", claim.version());
        json.writeEndObject();
    }

    private static void view(JsonGenerator json, ClaimReading.View view) throws IOException {
        VoucherClaim claim = view.claim();
        json.writeStartObject();
        json.writeStringField("id", claim.id().value());
        json.writeStringField("number", claim.number());
        json.writeStringField("applicant", claim.applicant().value());
        optional(json, "host", claim.host());
        json.writeStringField("city", claim.city().code());
        json.writeNumberField("year", claim.year());
        json.writeStringField("state", claim.state().name());
        JsonOutput.text(json, "stateText", ClaimTexts.of(claim.state()));
        ids(json, "orders", claim.orders());
        json.writeObjectFieldStart("materials");
        for (ClaimMaterial material : ClaimMaterial.values()) {
            if (view.materials().containsKey(material)) {
                ids(json, material.name(), view.materials().get(material));
            }
        }
        json.writeEndObject();
        decided(json, view);
        json.writeArrayFieldStart("moves");
        for (ClaimMove move : view.moves()) {
            json.writeStartObject();
            json.writeStringField("move", move.name());
            JsonOutput.text(json, "text", ClaimTexts.of(move));
            json.writeBooleanField("reasonNeeded", move.needsReason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("editable", view.editable());
        json.writeArrayFieldStart("corrections");
        for (Correction correction : view.corrections()) {
            json.writeStartObject();
            json.writeStringField("at", correction.at());
            json.writeStringField("text", correction.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        optional(json, "successor", view.successor());
        JsonOutput.instant(json, "createdAt", claim.createdAt());
        json.writeNumberField("version", claim.version());
        json.writeEndObject();
    }

    private static void decided(JsonGenerator json, ClaimReading.View view) throws IOException {
        Optional<Filing> filing = view.claim().filing();
        json.writeFieldName("policy");
        if (filing.isPresent()) {
            policy(json, filing.get(), view.policyAbsent());
        } else {
            json.writeNull();
        }
        optionalInstant(json, "filedAt", filing.map(Filing::at));
        optional(json, "outcome", filing.map(Filing::outcome));
        if (filing.isPresent()) {
            amounts(json, filing.get().amounts());
        } else {
            json.writeNullField("amounts");
        }
        Optional<VoucherClaim.ApprovedGrant> approved = view.claim().approved();
        if (approved.isPresent()) {
            json.writeObjectFieldStart("approved");
            JsonOutput.money(json, "grant", approved.get().grant());
            JsonOutput.money(json, "provinceShare", approved.get().provinceShare());
            JsonOutput.money(json, "cityShare", approved.get().cityShare());
            JsonOutput.money(json, "cityExtra", approved.get().cityExtra());
            json.writeEndObject();
        } else {
            json.writeNullField("approved");
        }
    }

    private static void amounts(JsonGenerator json, Decision.Amounts amounts) throws IOException {
        json.writeObjectFieldStart("amounts");
        JsonOutput.money(json, "supportableSpend", amounts.supportableSpend());
        JsonOutput.money(json, "grant", amounts.grant());
        JsonOutput.money(json, "provinceShare", amounts.provinceShare());
        JsonOutput.money(json, "cityShare", amounts.cityShare());
        JsonOutput.money(json, "cap", amounts.cap());
        JsonOutput.money(json, "capRemaining", amounts.capRemaining());
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, TimelineEntry entry) throws IOException {
        json.writeStartObject();
        JsonOutput.instant(json, "at", entry.at());
        optional(json, "actor", entry.actor().map(actor -> entry.actorName()));
        optional(json, "role", entry.role());
        json.writeStringField("move", entry.move().name());
        JsonOutput.text(json, "moveText", ClaimTexts.of(entry.move()));
        json.writeStringField("from", entry.from().name());
        json.writeStringField("to", entry.to().name());
        json.writeStringField("reason", entry.reason());
        json.writeEndObject();
    }

    private static void ids(JsonGenerator json, String name, List<? extends Id<?>> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (Id<?> id : ids) {
            json.writeString(id.value());
        }
        json.writeEndArray();
    }
}
