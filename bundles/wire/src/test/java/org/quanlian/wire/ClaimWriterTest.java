package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Claim;

class ClaimWriterTest {
    private final ClaimReader reader = new ClaimReader();
    private final ClaimWriter writer = new ClaimWriter();

    @Test
    void shouldWriteWhatIsReadBack_whenItIsTheExampleOfTheContract() {
        assertIsReadBack(reader.read(Requests.exampleBytes()));
    }

    @Test
    void shouldTellMissingFromNone() {
        Claim none = reader.read(Requests.bytes(Requests.with("/applicant/suspendedUntil", "null")));
        Claim missing = reader.read(Requests.bytes(Requests.without("/applicant/suspendedUntil")));

        assertThat(text(none)).contains("\"suspendedUntil\":null");
        assertThat(text(missing)).doesNotContain("suspendedUntil");
        assertIsReadBack(none);
        assertIsReadBack(missing);
    }

    @Test
    void shouldKeepTheInstantToTheNanosecond() {
        assertIsReadBack(
                reader.read(Requests.bytes(Requests.with("/asOf", "\"2025-07-15T17:00:00.000000001+08:00\""))));
    }

    @Test
    void shouldWriteATeamWithItsHost() {
        ObjectNode request = Requests.example();
        ((ObjectNode) request.get("applicant")).remove(List.of("independentLegalPerson", "uscc"));
        Requests.with(request, "/applicant/kind", "\"TEAM\"");
        Requests.with(request, "/applicant/host", "{\"uscc\": \"91140100MA0GTAT1XC\", \"name\": \"示例孵化器\"}");

        assertIsReadBack(reader.read(Requests.bytes(request)));
    }

    @Test
    void shouldWriteOlderInvoicesWithTheirCode() {
        assertIsReadBack(reader.read(Requests.bytes(Requests.with(
                "/services/0/invoices/0",
                "{\"code\": \"1400251130\", \"number\": \"12345678\", \"issuedOn\": \"2025-01-02\","
                        + " \"amount\": \"-0.01\"}"))));
    }

    @Property(tries = 2000)
    void shouldWriteWhatIsReadBack_whateverIsMissing(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 12) int times) {
        ObjectNode request = Requests.example();
        for (int i = 0; i < times; i++) {
            removeSomething(request, random);
        }
        Claim claim;
        try {
            claim = reader.read(Requests.bytes(request));
        } catch (InvalidRequestException refusal) {
            // Something was missing that must be there; then there are no facts to be written.
            return;
        }

        assertIsReadBack(claim);
    }

    private void assertIsReadBack(Claim claim) {
        assertThat(reader.readKept(writer.write(claim))).isEqualTo(claim);
        assertThat(text(reader.read(writer.write(claim)))).isEqualTo(text(claim));
    }

    private String text(Claim claim) {
        return new String(writer.write(claim), StandardCharsets.UTF_8);
    }

    private static void removeSomething(ObjectNode request, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(request, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.remove(random.nextInt(array.size()));
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.remove(names.get(random.nextInt(names.size())));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
