package org.quanlian.itests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.Until;
import org.quanlian.itests.year.HeldNode;
import org.quanlian.itests.year.Person;

/** Shanxi and Hainan, two processes that know each other by their fingerprints, keep each other current. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProvincesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @TempDir
    static Path folder;

    private static ProvinceNode shanxi;
    private static ProvinceNode hainan;

    @BeforeAll
    static void introduce() throws IOException {
        shanxi = ProvinceNode.start("140000", "山西节点", "Shanxi", folder);
        hainan = ProvinceNode.start("460000", "海南节点", "Hainan", folder);
        shanxi.introduce(hainan, folder);
        hainan.introduce(shanxi, folder);
    }

    @AfterAll
    static void close() {
        if (shanxi != null) {
            shanxi.close();
        }
        if (hainan != null) {
            hainan.close();
        }
    }

    @Test
    @Order(1)
    void tellsTheProvidersThatTheCentreApproved() throws Exception {
        register(hainan, code("12460000MA0HNXX01"), "示例海洋研究院", "460105", "ocean");

        Until.holds(
                "Shanxi knows the institute of Hainan",
                SOON,
                () -> institutions(shanxi, "460000").size() == 1);
        JsonNode institute = institutions(shanxi, "460000").get(0);
        assertThat(institute.at("/name").asText()).isEqualTo("示例海洋研究院");
        assertThat(institute.at("/kind").asText()).isEqualTo("KEY_LABORATORY");
        assertThat(institute.at("/onSharingPlatform").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void isGreenOnBothSides_onceBothWereFoundToBeTheSame() throws Exception {
        for (ProvinceNode node : new ProvinceNode[] {shanxi, hainan}) {
            Until.holds("all replicas of " + node.province() + " agree", SOON, () -> {
                JsonNode replicas =
                        auditor(node).get("/api/v1/exchange/replicas").json();
                long agreed = 0;
                for (JsonNode replica : replicas.at("/items")) {
                    boolean told = !replica.at("/owner").equals(replica.at("/audience"))
                            && replica.at("/audience").asText().equals(node.province());
                    agreed += told && replica.has("agreedAt") ? 1 : 0;
                }
                return agreed == 3;
            });
            JsonNode partner =
                    auditor(node).get("/api/v1/exchange/partners").json().at("/items/0");
            assertThat(partner.at("/health").asText()).as(partner.toString()).isEqualTo("GREEN");
            assertThat(partner.at("/state").asText()).isEqualTo("ACTIVE");
        }
    }

    @Test
    @Order(3)
    void losesNothing_whenThePartnerIsKilledMeanwhile() throws Exception {
        hainan.kill();
        register(shanxi, code("12140000MA0NYXX01"), "示例能源研究院", "140105", "energy");
        Until.holds("Shanxi sees that Hainan does not answer", SOON, () -> !auditor(shanxi)
                .get("/api/v1/exchange/partners")
                .at("/items/0/health")
                .equals("GREEN"));

        hainan.up();

        hainan.people().logInAgain();
        Until.holds(
                "Hainan knows the institute of Shanxi",
                SOON,
                () -> institutions(hainan, "140000").size() == 1);
        Until.holds("Shanxi sees that Hainan answers again", SOON, () -> auditor(shanxi)
                .get("/api/v1/exchange/partners")
                .at("/items/0/health")
                .equals("GREEN"));
    }

    @Test
    @Order(4)
    void showsWhatWasSentAndReceived() {
        JsonNode sent = auditor(hainan)
                .get("/api/v1/exchange/messages/outgoing?state=DELIVERED")
                .json();
        JsonNode received = auditor(shanxi)
                .get("/api/v1/exchange/messages/incoming?partner=460000")
                .json();

        assertThat(sent.at("/items")).isNotEmpty();
        assertThat(received.at("/items")).isNotEmpty();
        assertThat(auditor(hainan)
                        .get("/api/v1/exchange/messages/outgoing?state=GIVEN_UP")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(received.findValuesAsText("state")).containsOnly("STORED");
    }

    private static JsonNode institutions(ProvinceNode node, String partner) {
        return auditor(node)
                .get("/api/v1/exchange/partners/" + partner + "/institutions")
                .json()
                .at("/items");
    }

    private static Person auditor(ProvinceNode node) {
        return node.people().auditor();
    }

    private static void register(ProvinceNode node, String uscc, String name, String area, String login) {
        HeldNode.Answer registered = Person.stranger(node.node())
                .post(
                        "/api/v1/providers",
                        """
                        {"uscc": "%s", "name": "%s", "area": "%s", "providerKind": "KEY_LABORATORY",
                         "representative": {"name": "李示例", "idNumber": "110101199003077774"},
                         "approvals": [{"platform": "示例重点实验室", "document": "示科发〔2024〕1号",
                                        "issuer": "示例科技厅", "level": "PROVINCIAL"}],
                         "sharingNumber": "GX-1",
                         "account": {"login": "%s", "name": "李示例", "password": "four plain words here"}}"""
                                .formatted(uscc, name, area, login));
        node.people()
                .centre()
                .post(
                        "/api/v1/registrations/" + registered.at("/id") + "/approve",
                        "{\"onSharingPlatform\": true}",
                        registered);
    }

    /** A code whose check character is right, GB 32100-2015. */
    private static String code(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
