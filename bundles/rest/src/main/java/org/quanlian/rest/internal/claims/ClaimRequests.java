package org.quanlian.rest.internal.claims;

import static org.quanlian.wire.Conversions.longText;
import static org.quanlian.wire.Conversions.number;
import static org.quanlian.wire.Conversions.oneOf;
import static org.quanlian.wire.Conversions.shortText;
import static org.quanlian.wire.Conversions.value;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.Affiliation;
import org.quanlian.vouchers.claims.ClaimBatch;
import org.quanlian.vouchers.claims.ClaimDrafts;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.ExpertReview;
import org.quanlian.vouchers.claims.Opinion;
import org.quanlian.vouchers.claims.Reasons;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonObject;
import org.quanlian.wire.JsonRequest;

/** What is asked of claims, read from JSON. */
final class ClaimRequests {
    static final int MAX_BYTES = 256 * 1024;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private ClaimRequests() {}

    /** A claim to be begun. */
    record Start(Id<Organisation> applicant, int year, List<Id<Order>> orders) {}

    /** A claim to be returned. */
    record Return(String reason, List<Correction> corrections) {}

    /** Experts to be given a claim. */
    record Assign(List<Id<Account>> experts, String reason) {}

    /** What an expert says. */
    record Say(Money amount, int score, String reason, String comment) {}

    /** A move for many claims. */
    record Batch(BatchMove move, List<Id<VoucherClaim>> claims, String reason, List<Correction> corrections) {}

    /** The moves that can be made for many claims at once. */
    enum BatchMove {
        RETURN,
        RECOMMEND,
        REJECT,
        ACCEPT,
        GIVE_BACK,
        DECLINE,
        CARRY_OVER
    }

    /** Affiliations of an expert. */
    record AffiliationList(List<Affiliation> affiliations) {}

    static Start start(byte[] body) {
        return read(body, json -> {
            Optional<Id<Organisation>> applicant = json.required("applicant", value(Id<Organisation>::new));
            Optional<Integer> year = json.required("year", number(FIRST_YEAR, LAST_YEAR));
            List<Id<Order>> orders = orders(json).orElse(List.of());
            return applicant.isPresent() && year.isPresent()
                    ? Optional.of(new Start(applicant.get(), year.get(), orders))
                    : Optional.empty();
        });
    }

    static List<Id<Order>> orderList(byte[] body) {
        return read(body, json -> {
            requireThere(json, "orders");
            return orders(json);
        });
    }

    static Map<ClaimMaterial, List<Id<?>>> materials(byte[] body) {
        return read(body, json -> {
            Map<ClaimMaterial, List<Id<?>>> materials = new EnumMap<>(ClaimMaterial.class);
            for (ClaimMaterial material : ClaimMaterial.values()) {
                json.values(material.name(), ClaimDrafts.MAX_DOCUMENTS, Conversions.<Id<?>>value(Id::new))
                        .filter(documents -> !documents.isEmpty())
                        .ifPresent(documents -> materials.put(material, documents));
            }
            return Optional.of(materials);
        });
    }

    /** A reason that may be missing; the move says whether it needs one. */
    static String reason(byte[] body) {
        return read(body, json -> Optional.of(reason(json)));
    }

    static Return back(byte[] body) {
        return read(body, json -> {
            String reason = reason(json);
            requireThere(json, "corrections");
            return corrections(json).map(corrections -> new Return(reason, corrections));
        });
    }

    static Assign assign(byte[] body) {
        return read(body, json -> {
            requireThere(json, "experts");
            String reason = reason(json);
            return json.values("experts", ExpertReview.Terms.MAX, value(Id<Account>::new))
                    .map(experts -> new Assign(experts, reason));
        });
    }

    static Say say(byte[] body) {
        return read(body, json -> {
            Optional<Money> amount = json.required("amount", Conversions.MONEY);
            Optional<Integer> score = json.required("score", number(0, Opinion.MAX_SCORE));
            String reason = reason(json);
            String comment =
                    json.optional("comment", longText(Reasons.MAX_LENGTH)).orElse("");
            return amount.isPresent() && score.isPresent()
                    ? Optional.of(new Say(amount.get(), score.get(), reason, comment))
                    : Optional.empty();
        });
    }

    static Batch batch(byte[] body) {
        return read(body, json -> {
            Optional<BatchMove> move = json.required("move", oneOf(BatchMove.class));
            requireThere(json, "claims");
            Optional<List<Id<VoucherClaim>>> claims =
                    json.values("claims", ClaimBatch.MAX, value(Id<VoucherClaim>::new));
            String reason = reason(json);
            List<Correction> corrections = corrections(json).orElse(List.of());
            return move.isPresent() && claims.isPresent()
                    ? Optional.of(new Batch(move.get(), claims.get(), reason, corrections))
                    : Optional.empty();
        });
    }

    static AffiliationList affiliations(byte[] body) {
        return read(body, json -> {
            requireThere(json, "affiliations");
            return json.objects("affiliations", Affiliation.MAX, ClaimRequests::affiliation)
                    .map(AffiliationList::new);
        });
    }

    private static Optional<Affiliation> affiliation(JsonObject json) {
        Optional<String> name = json.required("name", shortText());
        return json.has("uscc")
                ? json.optional("uscc", Conversions.USCC)
                        .flatMap(code -> name.map(of -> new Affiliation(of, Optional.of(code))))
                : name.map(of -> new Affiliation(of, Optional.empty()));
    }

    private static Optional<List<Id<Order>>> orders(JsonObject json) {
        return json.values("orders", Claim.MAX_SERVICES, value(Id<Order>::new));
    }

    private static Optional<List<Correction>> corrections(JsonObject json) {
        return json.objects("corrections", Correction.MAX, correction -> {
            String at = correction.optional("at", value(text -> text)).orElse("");
            if (!correction.has("at")) {
                correction.errors().add(correction.pointerTo("at"), "field.required");
            }
            return correction.required("text", longText(Reasons.MAX_LENGTH)).map(text -> new Correction(at, text));
        });
    }

    private static String reason(JsonObject json) {
        return json.optional("reason", value(Reasons::requireOrEmpty)).orElse("");
    }

    private static void requireThere(JsonObject json, String name) {
        if (!json.has(name)) {
            json.errors().add(json.pointerTo(name), "field.required");
        }
    }

    private static <T> T read(byte[] body, Function<JsonObject, Optional<T>> reading) {
        return JsonRequest.read(body, MAX_BYTES, reading);
    }
}
