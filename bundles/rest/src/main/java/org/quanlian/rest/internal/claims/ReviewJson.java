package org.quanlian.rest.internal.claims;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.rest.internal.claims.ClaimRequests.AffiliationList;
import org.quanlian.vouchers.claims.Affiliation;
import org.quanlian.vouchers.claims.Assignment;
import org.quanlian.vouchers.claims.ClaimAssessments.Recomputation;
import org.quanlian.vouchers.claims.ClaimBatch;
import org.quanlian.vouchers.claims.Opinion;
import org.quanlian.wire.JsonOutput;

/** The JSON of reviews: assignments, opinions, affiliations, decisions made anew, batches. */
final class ReviewJson {
    private ReviewJson() {}

    static byte[] assignments(List<Assignment> assignments) {
        return ClaimJson.list(assignments, ReviewJson::assignment);
    }

    static byte[] opinions(List<Opinion> opinions) {
        return ClaimJson.list(opinions, ReviewJson::opinion);
    }

    static byte[] affiliations(AffiliationList list) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("affiliations");
            for (Affiliation affiliation : list.affiliations()) {
                json.writeStartObject();
                json.writeStringField("name", affiliation.name());
                ClaimJson.optional(json, "uscc", affiliation.uscc().map(UnifiedSocialCreditCode::value));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static byte[] recomputation(Recomputation recomputation) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeStringField("result", recomputation.result().name());
            json.writeFieldName("policy");
            ClaimJson.policy(
                    json, recomputation.filing(), recomputation.result() == Recomputation.Result.POLICY_ABSENT);
            json.writeFieldName("recomputed");
            if (recomputation.again().isPresent()) {
                // It is JSON already, and what counts about it is every byte.
                json.writeRawValue(recomputation.again().get());
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        });
    }

    static byte[] decision(String kept) {
        return kept.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] outcomes(List<ClaimBatch.Outcome> outcomes) {
        return ClaimJson.list(outcomes, ReviewJson::outcome);
    }

    private static void assignment(JsonGenerator json, Assignment assignment) throws IOException {
        json.writeStartObject();
        json.writeStringField("expert", assignment.expert().value());
        json.writeStringField("name", assignment.name());
        JsonOutput.instant(json, "at", assignment.at());
        ClaimJson.optionalInstant(json, "endedAt", assignment.end().map(Assignment.End::at));
        ClaimJson.optional(json, "endReason", assignment.end().map(Assignment.End::reason));
        json.writeEndObject();
    }

    private static void opinion(JsonGenerator json, Opinion opinion) throws IOException {
        json.writeStartObject();
        json.writeStringField("expert", opinion.expert().value());
        JsonOutput.money(json, "amount", opinion.amount());
        json.writeNumberField("score", opinion.score());
        json.writeStringField("reason", opinion.reason());
        json.writeStringField("comment", opinion.comment());
        JsonOutput.instant(json, "at", opinion.at());
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, ClaimBatch.Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("claim", outcome.id().value());
        json.writeBooleanField("done", outcome.moved().isPresent());
        ClaimJson.optional(json, "state", outcome.moved().map(claim -> claim.state()));
        ClaimJson.optional(json, "code", outcome.refusal().map(refusal -> refusal.code()));
        if (outcome.refusal().isPresent()) {
            JsonOutput.text(json, "message", outcome.refusal().get().text());
        } else {
            json.writeNullField("message");
        }
        json.writeEndObject();
    }
}
