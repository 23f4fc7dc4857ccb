package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Industry;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.Status;
import org.quanlian.rest.internal.RestNode;
import org.quanlian.rest.internal.api.OpenApiDocument;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.InvalidRequestException;

@ExtendWith(SharedNode.class)
class OpenApiDocumentTest {
    private static final OpenApiContract CONTRACT = OpenApiContract.shipped();
    private static final JsonNode SCHEMAS = CONTRACT.document().at("/components/schemas");

    @Test
    void theNodeServesTheDocumentThatItIsHeldTo(RunningNode node) {
        assertThat(new OpenApiContract(node.get("/api/v1/openapi.yaml").body()).document())
                .isEqualTo(CONTRACT.document());
    }

    @Test
    void theDocumentNamesExactlyTheOperationsThatTheNodeAnswers() {
        List<String> answered = RestNode.ROUTES.stream()
                .flatMap(route -> route.methods().stream().map(method -> method + " " + route.template()))
                .toList();

        assertThat(CONTRACT.operations()).containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void noPartOfTheDocumentTellsWhatAnotherTellsOtherwise() {
        YAMLFactory strict = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        assertThatCode(() -> new ObjectMapper(strict).readTree(OpenApiDocument.text()))
                .doesNotThrowAnyException();
    }

    @Test
    void everyExampleKeepsToItsSchema() {
        List<String> broken = new ArrayList<>();
        SCHEMAS.properties()
                .forEach(schema -> schema.getValue().path("examples").forEach(example -> CONTRACT.violations(
                                schema.getKey(), example)
                        .forEach(violation -> broken.add(schema.getKey() + ": " + violation))));

        assertThat(broken).isEmpty();
    }

    @Test
    void theDocumentListsExactlyTheProblemsThatTheNodeTells() {
        assertThat(texts(SCHEMAS.at("/Problem/properties/type/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::type)
                        .toList());
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("/Claim/properties/materials/items/enum", ClaimMaterial.values()),
                Arguments.of("/Scale/properties/industry/enum", Industry.values()),
                Arguments.of("/Qualification/properties/type/enum", QualificationType.values()),
                Arguments.of("/Service/properties/category/enum", ServiceCategory.values()),
                Arguments.of("/Service/properties/exclusion/enum", Exclusion.values()),
                Arguments.of("/Service/properties/materials/items/enum", ServiceMaterial.values()),
                Arguments.of("/Provider/properties/kind/enum", ProviderKind.values()),
                Arguments.of("/Provider/properties/level/enum", ProviderLevel.values()),
                Arguments.of("/Decision/properties/outcome/enum", ClaimOutcome.values()),
                Arguments.of("/ServiceDecision/properties/outcome/enum", ServiceOutcome.values()),
                Arguments.of("/Finding/properties/outcome/enum", FindingOutcome.values()),
                Arguments.of("/Status/enum", Status.values()));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void theDocumentOffersExactlyTheChoicesOfTheVocabulary(String pointer, Enum<?>[] constants) {
        assertThat(texts(SCHEMAS.at(pointer)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(constants).map(Enum::name).toList());
    }

    @Test
    void theDocumentTellsTheLimitsThatAreEnforced() {
        assertThat(SCHEMAS.at("/Claim/properties/services/maxItems").asInt()).isEqualTo(Claim.MAX_SERVICES);
        assertThat(SCHEMAS.at("/Service/properties/invoices/maxItems").asInt()).isEqualTo(Service.MAX_ENTRIES);
        assertThat(SCHEMAS.at("/Service/properties/payments/maxItems").asInt()).isEqualTo(Service.MAX_ENTRIES);
        assertThat(SCHEMAS.at("/Applicant/properties/qualifications/maxItems").asInt())
                .isEqualTo(Applicant.MAX_QUALIFICATIONS);
        assertThat(CONTRACT.document().toString()).contains("at most " + ClaimReader.MAX_BYTES + " bytes");
    }

    static Stream<Consumer<ObjectNode>> changes() {
        return Stream.of(
                claim -> {},
                claim -> claim.remove("grantedThisYear"),
                claim -> claim.putNull("grantedThisYear"),
                claim -> claim.put("grantedThisYear", "1.5"),
                claim -> claim.put("grantedThisYear", "1.555"),
                claim -> claim.put("grantedThisYear", "-1.00"),
                claim -> claim.put("grantedThisYear", "01.00"),
                claim -> claim.put("grantedThisYear", "1234567890123"),
                claim -> claim.put("grantedThisYear", 1),
                claim -> claim.put("unknown", 1),
                claim -> claim.remove("asOf"),
                claim -> claim.put("asOf", "2025-07-01"),
                claim -> claim.put("asOf", "2025-07-01T10:00:00"),
                claim -> claim.remove("applicant"),
                claim -> claim.remove("services"),
                claim -> claim.putArray("services"),
                claim -> claim.putNull("materials"),
                claim -> claim.putArray("materials").add("NONSENSE"),
                claim -> applicant(claim).put("kind", "TEAM"),
                claim -> applicant(claim).remove("uscc"),
                claim -> applicant(claim).put("kind", "TEAM").remove("uscc"),
                claim -> applicant(claim).putObject("host").put("name", "x"),
                claim -> applicant(claim)
                        .put("kind", "TEAM")
                        .putObject("host")
                        .put("name", "x")
                        .put("uscc", "91140100MA0GTAT1XC"),
                claim -> applicant(claim).put("area", "14010"),
                claim -> applicant(claim).put("area", "990000"),
                claim -> applicant(claim).remove("suspendedUntil"),
                claim -> applicant(claim).put("discredited", "false"),
                claim -> ((ObjectNode) claim.at("/applicant/scale")).put("employees", 1.5),
                claim -> ((ObjectNode) claim.at("/applicant/scale")).put("employees", -1),
                claim -> ((ObjectNode) claim.at("/applicant/scale")).putNull("industry"),
                claim -> service(claim).remove("id"),
                claim -> service(claim).put("id", "x".repeat(201)),
                claim -> service(claim).putNull("provider"),
                claim -> service(claim).remove("exclusion"),
                claim -> invoice(claim).put("amount", "-5.00"),
                claim -> invoice(claim).put("number", "12345678"),
                claim -> invoice(claim).put("number", "12345678").put("code", "1234567890"),
                claim -> invoice(claim).put("number", "12345678").put("code", "12345678901"),
                claim -> invoice(claim).put("code", "1234567890"),
                claim -> invoice(claim).put("code", "123"),
                claim -> invoice(claim).putNull("code"),
                claim -> invoice(claim).put("number", "12345678").putNull("code"),
                claim -> invoice(claim).put("issuedOn", "2025-3-2"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theSchemaOfAClaimTakesWhatTheNodeTakesAndRefusesWhatItRefuses(Consumer<ObjectNode> change) {
        String claim = Requests.claim(change);

        boolean bySchema = CONTRACT.violations("Claim", json(claim)).isEmpty();

        assertThat(bySchema).as(claim).isEqualTo(isRead(claim));
    }

    @Test
    void everyObjectOfARequestRefusesUnknownMembers() {
        List<String> request = List.of(
                "Claim",
                "Applicant",
                "Host",
                "Scale",
                "Qualification",
                "Service",
                "Provider",
                "Contract",
                "Invoice",
                "Payment");

        assertThat(request).allSatisfy(name -> assertThat(
                        SCHEMAS.get(name).path("additionalProperties").asBoolean(true))
                .isFalse());
    }

    private static ObjectNode applicant(ObjectNode claim) {
        return (ObjectNode) claim.get("applicant");
    }

    private static ObjectNode service(ObjectNode claim) {
        return (ObjectNode) claim.at("/services/0");
    }

    private static ObjectNode invoice(ObjectNode claim) {
        return (ObjectNode) claim.at("/services/0/invoices/0");
    }

    private static boolean isRead(String claim) {
        try {
            new ClaimReader().read(claim.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        texts.removeIf(Objects::isNull);
        return texts;
    }
}
