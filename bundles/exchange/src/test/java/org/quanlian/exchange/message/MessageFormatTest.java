package org.quanlian.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;

/** The bytes of messages. */
class MessageFormatTest {
    private static final Message MESSAGE = new Message(
            new Id<>("01JYC0QZ3W0000000000000001"),
            new NodeName(new Area("460000")),
            new NodeName(new Area("140000")),
            new MessageType(DataClass.CREDIT, "suspended", 1),
            "91460000MA5TESTXX1",
            12,
            Instant.parse("2025-07-01T01:02:03.004Z"),
            Instant.parse("2025-07-08T01:02:03Z"),
            Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            JsonNodeFactory.instance.objectNode().put("until", "2028-06-30").put("clause", "五（七）"));

    @Test
    void shouldWriteACloudEventCanonically() {
        assertThat(new String(MessageFormat.write(MESSAGE), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"clause\":\"五（七）\",\"until\":\"2028-06-30\"},"
                        + "\"datacontenttype\":\"application/json\","
                        + "\"expirytime\":\"2025-07-08T01:02:03.000Z\","
                        + "\"id\":\"01JYC0QZ3W0000000000000001\","
                        + "\"recipient\":\"urn:quanlian:node:140000\","
                        + "\"sequence\":\"0000000000000012\","
                        + "\"source\":\"urn:quanlian:node:460000\","
                        + "\"specversion\":\"1.0\","
                        + "\"subject\":\"91460000MA5TESTXX1\","
                        + "\"time\":\"2025-07-01T01:02:03.004Z\","
                        + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\","
                        + "\"type\":\"cn.quanlian.credit.suspended.v1\"}");
    }

    @Test
    void shouldReadWhatItWrites() {
        assertThat(MessageFormat.read(MessageFormat.write(MESSAGE))).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "datacontenttype",
                "expirytime",
                "id",
                "recipient",
                "sequence",
                "source",
                "specversion",
                "subject",
                "time",
                "type"
            })
    void shouldNameTheAttribute_thatIsMissingOrWrong(String name) {
        assertThat(refused(event -> event.remove(name))).contains(name);
        assertThat(refused(event -> event.put(name, 7))).contains(name);
        assertThat(refused(event -> event.put(name, ""))).contains(name);
        assertThat(refused(event -> event.putNull(name))).contains(name);
    }

    @Test
    void shouldRefuseWhatLooksAlmostRight() {
        assertThat(refused(event -> event.put("sequence", "12"))).contains("sequence");
        assertThat(refused(event -> event.put("sequence", "0000000000000000"))).contains("sequence");
        assertThat(refused(event -> event.put("sequence", "9999999999999999"))).contains("sequence");
        assertThat(refused(event -> event.put("time", "2025-07-01T01:02:03Z"))).contains("time");
        assertThat(refused(event -> event.put("time", "2025-13-01T01:02:03.000Z")))
                .contains("time");
        assertThat(refused(event -> event.put("expirytime", "2025-07-01T01:02:03.004Z")))
                .contains("expirytime");
        assertThat(refused(event -> event.put("source", "urn:quanlian:node:460100")))
                .contains("source");
        assertThat(refused(event -> event.put("type", "cn.quanlian.weather.changed.v1")))
                .contains("type");
        assertThat(refused(event -> event.put("type", "cn.quanlian.credit.changed.v0")))
                .contains("type");
        assertThat(refused(event -> event.put("traceparent", "00-x"))).contains("traceparent");
        assertThat(refused(event -> event.put("subject", "x".repeat(201)))).contains("subject");
        assertThat(refused(event -> event.put("datax", "1"))).contains("datax");
        assertThat(refused(event -> event.put("\u202E<b>" + "n".repeat(90), "1")))
                .contains("?<b>nn")
                .doesNotContain("\u202E");
    }

    @Test
    void shouldNotChangeWhenTheTreeItWasMadeFromDoes() {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("a", 1);
        Message message = new Message(
                MESSAGE.id(),
                MESSAGE.source(),
                MESSAGE.recipient(),
                MESSAGE.type(),
                "s",
                1,
                MESSAGE.time(),
                MESSAGE.expires(),
                Optional.empty(),
                data);
        byte[] before = MessageFormat.write(message);
        data.put("a", 2);
        message.data().put("a", 3);

        assertThat(MessageFormat.write(message)).isEqualTo(before);
    }

    @Test
    void shouldNotBeMadeOfWhatCouldNotBeRead() {
        assertThatThrownBy(() -> new NodeName(new Area("140100"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new MessageType(DataClass.CREDIT, "Suspended", 1))
                .isInstanceOf(InvalidValueException.class);
        ObjectNode big = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 60; i++) {
            big.put("text" + i, "x".repeat(20_000));
        }
        Message tooBig = new Message(
                MESSAGE.id(),
                MESSAGE.source(),
                MESSAGE.recipient(),
                MESSAGE.type(),
                "s",
                1,
                MESSAGE.time(),
                MESSAGE.expires(),
                Optional.empty(),
                big);
        assertThatThrownBy(() -> MessageFormat.write(tooBig)).isInstanceOf(RefusedMessageException.class);
    }

    private static String refused(Consumer<ObjectNode> change) {
        try {
            ObjectNode event = (ObjectNode) new JsonMapper().readTree(MessageFormat.write(MESSAGE));
            change.accept(event);
            byte[] bytes = CanonicalJson.write(event);
            List<RefusedMessageException> caught = new ArrayList<>();
            assertThatThrownBy(() -> MessageFormat.read(bytes))
                    .isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
            assertThat(caught.get(0).refusal().code()).isEqualTo("message.attribute");
            return caught.get(0).refusal().text().en();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
