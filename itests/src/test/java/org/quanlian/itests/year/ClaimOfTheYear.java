package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanlian.itests.year.HeldNode.Answer;

/** The claim that the year is about, from the draft to the money that is claimed back. */
final class ClaimOfTheYear {
    private final People people;
    private final Firms firms;
    private final String id;

    private ClaimOfTheYear(People people, Firms firms, String id) {
        this.people = people;
        this.firms = firms;
        this.id = id;
    }

    /** The enterprise begins it with a bound voucher. */
    static ClaimOfTheYear drafted(People people, Firms firms, String order) {
        Answer begun = firms.enterprise()
                .post(
                        "/api/v1/claims",
                        """
                        {"applicant": "%s", "year": 2025, "orders": ["%s"]}"""
                                .formatted(firms.enterpriseId(), order));
        return new ClaimOfTheYear(people, firms, begun.at("/id"));
    }

    /** The name of it. */
    String id() {
        return id;
    }

    /** The path of it. */
    String path() {
        return "/api/v1/claims/" + id;
    }

    /** Where it stands, as the department sees it. */
    String state() {
        return people.department().get(path()).at("/state");
    }

    /** The enterprise adds the papers, and files it. */
    void file() {
        Person enterprise = firms.enterprise();
        assertThat(enterprise.refused(path() + "/filing", "{}")).isEqualTo("claim.incomplete");
        String papers = Stream.of(
                        "QUALIFICATION_PROOF",
                        "NON_AFFILIATION_COMMITMENT",
                        "BUSINESS_LICENCE",
                        "LEGAL_REPRESENTATIVE_ID")
                .map(kind -> "\"%s\": [\"%s\"]".formatted(kind, Papers.upload(enterprise, kind)))
                .collect(Collectors.joining(", ", "{", "}"));
        enterprise.put(path() + "/materials", papers, enterprise.get(path()));
        Answer assessed = enterprise.get(path() + "/assessment");
        assertThat(assessed.at("/outcome")).as(assessed.text()).isEqualTo("ELIGIBLE");

        Answer filed = enterprise.post(path() + "/filing", "{}");

        assertThat(filed.at("/state")).isEqualTo("FILED");
        assertThat(filed.at("/amounts/grant")).isEqualTo("33333.33");
    }

    /** The city recommends it, the centre takes it and gives it to experts, who agree. */
    void review() {
        people.reviewerOfTaiyuan().post(path() + "/recommendation", "{\"reason\": \"同意推荐\"}");
        people.centre().post(path() + "/acceptance", "{}");
        String experts =
                people.expertIds().stream().map(expert -> '"' + expert + '"').collect(Collectors.joining(", "));
        people.centre().post(path() + "/assignments", "{\"experts\": [" + experts + "]}");
        for (Person expert : people.experts()) {
            expert.post(path() + "/opinions", "{\"amount\": \"33333.33\", \"score\": 80, \"comment\": \"同意\"}");
        }

        Answer reviewed = people.centre().post(path() + "/conclusion", "{}");

        assertThat(reviewed.at("/state")).isEqualTo("REVIEWED");
    }

    /** The department and the city set their budgets, and the department approves the amount. */
    void approve() {
        String document = ", \"document\": \"示财〔2025〕1号\"}";
        people.department().post("/api/v1/budgets/2025/province", "{\"amount\": \"1000000.00\"" + document);
        people.reviewerOfTaiyuan().post("/api/v1/budgets/2025/city", "{\"amount\": \"500000.00\"" + document);

        Answer approved = people.department().post(path() + "/money/approval", "{}");

        assertThat(approved.at("/approved/provinceShare")).isEqualTo("16666.67");
        assertThat(approved.at("/approved/cityShare")).isEqualTo("16666.66");
    }

    /** The department publishes it; returns the notice. */
    Answer publish() {
        return people.department()
                .post(
                        "/api/v1/notices",
                        """
                        {"year": 2025, "title": "拟兑现名单公示", "claims": ["%s"]}"""
                                .formatted(id));
    }

    /** The department allocates the province's share on that day, and the city pays both. */
    void pay(String day) {
        people.department()
                .post(
                        "/api/v1/allocations",
                        """
                        {"year": 2025, "city": "140100", "document": "示财教〔2025〕9号", "date": "%s",
                         "claims": ["%s"]}"""
                                .formatted(day, id));
        assertThat(state()).isEqualTo("ALLOCATED");
        payShare("PROVINCE", "16666.67", day);
        assertThat(state()).isEqualTo("ALLOCATED");
        payShare("CITY", "16666.66", day);
        assertThat(state()).isEqualTo("PAID");
    }

    /** The department records a violation, claims part of the money back, and part of that comes. */
    void clawBackPart(String day) {
        Person department = people.department();
        department.post(
                "/api/v1/violations",
                """
                {"organisation": "%s", "claim": "%s", "year": 2025, "conduct": "FALSIFICATION", "severity": "GRAVE",
                 "description": "检测报告部分系伪造", "persons": ["钱某某"], "foundOn": "%s"}"""
                        .formatted(firms.enterpriseId(), id, day));
        Answer parts = department.post(
                path() + "/integrity/clawbacks", "{\"amount\": \"10000.01\", \"reason\": \"核查发现重复支付\"}");
        assertThat(parts.at("/province")).isEqualTo("5000.01");
        assertThat(parts.at("/city")).isEqualTo("5000.00");
        department.post(
                path() + "/integrity/recoveries",
                """
                {"amount": "4000.00", "receivedOn": "%s", "bankReference": "到账-1"}"""
                        .formatted(day));
    }

    private void payShare(String share, String amount, String day) {
        people.reviewerOfTaiyuan()
                .post(
                        path() + "/money/payments",
                        """
                        {"share": "%s", "amount": "%s", "paidOn": "%s", "bankReference": "流水-%s"}"""
                                .formatted(share, amount, day, share));
    }
}
