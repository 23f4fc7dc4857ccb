package org.quanlian.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionWriter;

class PeerAnswerTest {
    private static final Percentage ABOUT = Percentage.withPercentage(5);

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void shouldBeAsLongAsTheDecisionOnTheExample() throws IOException {
        byte[] example = example();

        assertThat(answer(example).length).isCloseTo(decision(example).length, ABOUT);
    }

    @Test
    void shouldHaveAsManyServicesAsTheRequestWithTheirIds() throws IOException {
        ObjectNode claim = (ObjectNode) mapper.readTree(example());
        ArrayNode services = (ArrayNode) claim.get("services");
        services.add(services.get(0).deepCopy());
        ((ObjectNode) services.get(1)).put("id", "s2");
        byte[] request = mapper.writeValueAsBytes(claim);

        byte[] answer = answer(request);

        JsonNode answered = mapper.readTree(answer).get("services");
        assertThat(answered).hasSize(2);
        assertThat(answered.get(0).get("id").textValue()).isEqualTo("s1");
        assertThat(answered.get(1).get("id").textValue()).isEqualTo("s2");
        assertThat(answer.length).isCloseTo(decision(request).length, ABOUT);
    }

    private static byte[] answer(byte[] request) throws IOException {
        return new PeerAnswer().to(new ByteArrayInputStream(request));
    }

    private static byte[] decision(byte[] request) {
        return new DecisionWriter().write(new Shanxi2025().assess(new ClaimReader().read(request), Circumstances.NONE));
    }

    private static byte[] example() throws IOException {
        try (InputStream in = PeerAnswerTest.class.getResourceAsStream("claim.json")) {
            return in.readAllBytes();
        }
    }
}
