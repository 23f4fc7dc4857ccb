package org.quanlian.exchange.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.CanonicalReader;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;

/** The bytes of a receipt: canonical JSON, which is what is signed. */
public final class ReceiptFormat {
    /** The most bytes of a receipt. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final int MAX_TEXT = 2_000;
    private static final String KIND = "quanlian.receipt/1";
    private static final String STORED = "stored";
    private static final String REFUSED = "refused";
    private static final Set<String> REQUIRED =
            Set.of("receipt", "messageDigest", "signatureDigest", "receiver", "at", "outcome");
    private static final Set<String> OPTIONAL = Set.of("message", "refusal");
    private static final Pattern DIGEST = Pattern.compile("(sha-256|sm3):[0-9a-f]{64}");
    private static final Pattern CODE = Pattern.compile("[a-z]{1,20}\\.[a-z-]{1,40}");
    private static final CanonicalReader READER = new CanonicalReader(MAX_BYTES, MAX_TEXT);

    private ReceiptFormat() {}

    /** The bytes of a receipt. */
    public static byte[] write(Receipt receipt) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("receipt", KIND)
                .put("messageDigest", receipt.messageDigest())
                .put("signatureDigest", receipt.signatureDigest())
                .put("receiver", receipt.receiver().toString())
                .put("at", Milliseconds.write(receipt.at()))
                .put("outcome", receipt.stored() ? STORED : REFUSED);
        receipt.message().ifPresent(id -> json.put("message", id.value()));
        receipt.refusal().ifPresent(why -> json.putObject("refusal")
                .put("code", why.code())
                .put("lasting", why.lasting())
                .put("zh-CN", why.text().zh())
                .put("en", why.text().en()));
        return CanonicalJson.write(json);
    }

    /**
     * The receipt that bytes say.
     *
     * @throws RefusedMessageException {@code json.…} when they are no canonical JSON, {@code receipt.member} naming the
     *     first member that is missing, unknown or wrong in form
     */
    public static Receipt read(byte[] bytes) {
        ObjectNode json = READER.read(bytes);
        json.fieldNames().forEachRemaining(name -> require("?", REQUIRED.contains(name) || OPTIONAL.contains(name)));
        REQUIRED.stream().sorted().forEach(name -> require(name, json.path(name).isTextual()));
        require("receipt", json.get("receipt").textValue().equals(KIND));
        String outcome = json.get("outcome").textValue();
        require("outcome", outcome.equals(STORED) || outcome.equals(REFUSED));
        require("refusal", json.has("refusal") == outcome.equals(REFUSED));
        require("message", json.has("message") || outcome.equals(REFUSED));
        return new Receipt(
                json.has("message")
                        ? Optional.of(member(json, "message", text -> new Id<Message>(text)))
                        : Optional.empty(),
                member(json, "messageDigest", text -> matching(DIGEST, text)),
                member(json, "signatureDigest", text -> matching(DIGEST, text)),
                member(json, "receiver", NodeName::parse),
                member(json, "at", Milliseconds::read),
                json.has("refusal") ? Optional.of(refusal(json.get("refusal"))) : Optional.empty());
    }

    private static Refusal refusal(JsonNode json) {
        require(
                "refusal",
                json instanceof ObjectNode
                        && json.size() == 4
                        && json.path("lasting").isBoolean());
        ObjectNode object = (ObjectNode) json;
        return new Refusal(
                member(object, "code", text -> matching(CODE, text)),
                new LocalizedText(member(object, "zh-CN", text -> text), member(object, "en", text -> text)),
                json.get("lasting").booleanValue());
    }

    private static <T> T member(ObjectNode json, String name, Function<String, T> reading) {
        JsonNode value = json.path(name);
        require(name, value.isTextual());
        try {
            return reading.apply(value.textValue());
        } catch (InvalidValueException e) {
            throw new RefusedMessageException(Refusals.lasting("receipt.member", name), e);
        }
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new InvalidValueException("receipt.form", "the form is " + form);
        }
        return text;
    }

    private static void require(String name, boolean right) {
        if (!right) {
            throw new RefusedMessageException(Refusals.lasting("receipt.member", name));
        }
    }
}
