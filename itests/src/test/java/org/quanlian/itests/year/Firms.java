package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.quanlian.itests.year.HeldNode.Answer;

/** The firms of the year, fictitious all: an enterprise, a provider, and another enterprise that looks on. */
public final class Firms {
    /** The part of the number of the enterprise's representative that nobody is shown. */
    static final String BIRTHDAY = "19491231";

    private static final String REPRESENTATIVE = "{\"name\": \"张示例\", \"idNumber\": \"11010519491231002X\"}";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ENTERPRISE_CODE = code("91140100MA0YEAR01");

    private final Person enterprise;
    private final Person provider;
    private final Person bystander;
    private final String enterpriseId;
    private final String providerId;

    /** Registers them, has the sharing centre approve them, and imports the lists on which they stand or do not. */
    public Firms(HeldNode node, People people) {
        Person nobody = Person.stranger(node);
        Answer registered = nobody.post("/api/v1/enterprises", enterprise(ENTERPRISE_CODE, "enterprise"));
        Answer offering = nobody.post(
                "/api/v1/providers",
                """
                {"uscc": "%s", "name": "示例检测研究院", "area": "140105", "providerKind": "KEY_LABORATORY",
                 "representative": {"name": "李示例", "idNumber": "110101199003077774"},
                 "approvals": [{"platform": "示例重点实验室", "document": "示科发〔2024〕1号",
                                "issuer": "示例科技厅", "level": "PROVINCIAL"}],
                 "sharingNumber": "GX-1",
                 "account": {"login": "provider", "name": "李示例", "password": "%s"}}"""
                        .formatted(code("12140000MA0YEAR02"), Person.PASSWORD));
        nobody.post("/api/v1/enterprises", enterprise(code("91140100MA0YEAR03"), "bystander"));
        enterpriseId = registered.at("/id");
        providerId = offering.at("/id");
        assertThat(registered.at("/state")).isEqualTo("PENDING");

        approve(people.centre(), registered, "{}");
        assertThat(approve(people.centre(), offering, "{\"onSharingPlatform\": true}")
                        .json()
                        .at("/sharingConfirmed")
                        .asBoolean())
                .isTrue();
        importLists(people);

        enterprise = people.registered("enterprise");
        provider = people.registered("provider");
        bystander = people.registered("bystander");
    }

    public Person enterprise() {
        return enterprise;
    }

    public Person provider() {
        return provider;
    }

    /** The enterprise that has nothing to do with the others. */
    Person bystander() {
        return bystander;
    }

    public String enterpriseId() {
        return enterpriseId;
    }

    public String providerId() {
        return providerId;
    }

    private static Answer approve(Person centre, Answer registered, String how) {
        return centre.post("/api/v1/registrations/" + registered.at("/id") + "/approve", how, registered);
    }

    private static void importLists(People people) {
        String columns = "统一社会信用代码,名称,编号,有效期起,有效期止\n";
        people.centre()
                .upload(
                        "/api/v1/lists/TECH_SME/imports?asOf=2025-06-01&series=2025-1",
                        "text/csv",
                        bytes(columns + ENTERPRISE_CODE + ",示例新材料有限公司,202414010500000123,,\n"));
        people.department()
                .upload(
                        "/api/v1/lists/CREDIT/imports?asOf=2025-06-01",
                        "text/csv",
                        bytes(columns + code("91140100MA0BADC01") + ",示例失信有限公司,,,\n"));
    }

    private static String enterprise(String code, String login) {
        return """
                {"uscc": "%s", "name": "示例新材料有限公司", "area": "140105", "independentLegalPerson": true,
                 "representative": %s,
                 "scale": {"industry": "SOFTWARE", "employees": 45, "revenue": "8000000.00", "assets": "5000000.00"},
                 "researchSpending": [{"year": 2024, "amount": "350000.00"}],
                 "qualifications": [{"type": "TECH_SME", "number": "202414010500000123"}],
                 "account": {"login": "%s", "name": "王示例", "password": "%s"}}"""
                .formatted(code, REPRESENTATIVE, login, Person.PASSWORD);
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
