package org.quanlian.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/** The bytes of receipts. */
class ReceiptFormatTest {
    private static final String DIGEST = "sha-256:" + "0a".repeat(32);
    private static final Receipt STORED = new Receipt(
            Optional.of(new Id<>("01JYC0QZ3W0000000000000001")),
            DIGEST,
            "sm3:" + "1b".repeat(32),
            new NodeName(new Area("140000")),
            Instant.parse("2025-07-01T01:02:03.004Z"),
            Optional.empty());
    private static final Receipt REFUSED = new Receipt(
            Optional.empty(),
            DIGEST,
            DIGEST,
            new NodeName(new Area("140000")),
            Instant.parse("2025-07-01T01:02:03.004Z"),
            Optional.of(Refusals.lasting("json.syntax")));

    @Test
    void shouldReadWhatItWrites() {
        assertThat(ReceiptFormat.read(ReceiptFormat.write(STORED))).isEqualTo(STORED);
        assertThat(ReceiptFormat.read(ReceiptFormat.write(REFUSED))).isEqualTo(REFUSED);
        assertThat(STORED.stored()).isTrue();
        assertThat(REFUSED.stored()).isFalse();
    }

    @Test
    void shouldNotSayThatSomethingNamelessWasStored() {
        assertThatThrownBy(() ->
                        new Receipt(Optional.empty(), DIGEST, DIGEST, STORED.receiver(), STORED.at(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(refused(STORED, json -> json.remove("message"))).isEqualTo("message");
    }

    @Test
    void shouldNameTheMember_thatIsMissingOrWrong() {
        for (String name : List.of("receipt", "messageDigest", "signatureDigest", "receiver", "at", "outcome")) {
            assertThat(refused(STORED, json -> json.remove(name))).isEqualTo(name);
            assertThat(refused(STORED, json -> json.put(name, "x"))).isEqualTo(name);
        }
        assertThat(refused(STORED, json -> json.put("outcome", "refused"))).isEqualTo("refusal");
        assertThat(refused(REFUSED, json -> json.put("outcome", "stored"))).isEqualTo("refusal");
        assertThat(refused(REFUSED, json -> ((ObjectNode) json.get("refusal")).put("lasting", "yes")))
                .isEqualTo("refusal");
        assertThat(refused(REFUSED, json -> ((ObjectNode) json.get("refusal")).put("code", "X")))
                .isEqualTo("code");
        assertThat(refused(STORED, json -> json.put("more", "x"))).isEqualTo("?");
    }

    private static String refused(Receipt receipt, Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) new JsonMapper().readTree(ReceiptFormat.write(receipt));
            change.accept(json);
            List<RefusedMessageException> caught = new ArrayList<>();
            assertThatThrownBy(() -> ReceiptFormat.read(CanonicalJson.write(json)))
                    .isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
            assertThat(caught.get(0).refusal().code()).isEqualTo("receipt.member");
            return caught.get(0).refusal().text().en().replaceAll("The member (.*) of the receipt.*", "$1");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
