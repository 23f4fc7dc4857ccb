package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanlian.itests.year.HeldNode.Answer;

/** A service that the enterprise orders of the provider, from the offer to the bound voucher. */
final class Service {
    private static final String PRICE = "66666.67";

    private final Firms firms;
    private final String order;

    private Service(Firms firms, String order) {
        this.firms = firms;
        this.order = order;
    }

    /** The provider offers it, and the enterprise, which finds it and asks what it would get, orders it. */
    static Service ordered(Firms firms) {
        firms.provider()
                .post(
                        "/api/v1/services",
                        """
                        {"category": "TESTING", "name": "材料显微成像", "description": "按示例规范",
                         "price": "%s", "unit": "批", "area": "140105"}"""
                                .formatted(PRICE));
        assertThat(firms.enterprise().get("/api/v1/catalogue?area=140100").text())
                .contains("材料显微成像", firms.providerId());
        Answer assessed = assessedBeforehand(firms, 1);
        assertThat(assessed.at("/decision/grant"))
                .as("half of the price, rounded down: %s", assessed.text())
                .isEqualTo("33333.33");
        Answer ordered = firms.enterprise()
                .post(
                        "/api/v1/orders",
                        """
                        {"provider": "%s", "description": "样品成分测试", "category": "TESTING", "price": "%s"}"""
                                .formatted(firms.providerId(), PRICE));
        return new Service(firms, ordered.at("/id"));
    }

    /** What the policy says of a service that the enterprise thinks of. */
    static Answer assessedBeforehand(Firms firms, int serial) {
        return firms.enterprise()
                .post(
                        "/api/v1/pre-assessments",
                        """
                        {"provider": "%s", "category": "TESTING", "exclusion": null,
                         "invoices": [{"number": "2514200000001234567%d", "issuedOn": "2025-05-06", "amount": "%s"}],
                         "payments": [{"paidOn": "2025-05-06", "amount": "%s"}]}"""
                                .formatted(firms.providerId(), serial, PRICE, PRICE));
    }

    /** The provider takes the order; the enterprise proves the service, and the provider confirms it. */
    void bind() {
        String path = "/api/v1/orders/" + order;
        Answer accepted = firms.provider()
                .post(path + "/acceptance", "{}", firms.provider().get(path));
        String papers = Stream.of("CONTRACT", "INVOICE", "PAYMENT_PROOF", "SERVICE_RESULT")
                .map(kind -> "{\"material\": \"%s\", \"document\": \"%s\"}"
                        .formatted(kind, Papers.upload(firms.enterprise(), kind)))
                .collect(Collectors.joining(", "));
        Answer proved = firms.enterprise()
                .put(
                        path + "/evidence",
                        """
                        {"exclusion": null,
                         "contract": {"number": "HT-2025-01", "signedOn": "2025-03-01", "amount": "%s"},
                         "invoices": [{"number": "25142000000012345670", "issuedOn": "2025-05-06", "amount": "%s"}],
                         "payments": [{"paidOn": "2025-05-06", "amount": "%s"}],
                         "attachments": [%s]}"""
                                .formatted(PRICE, PRICE, PRICE, papers),
                        accepted);
        Answer bound = firms.provider().post(path + "/confirmation", "{}", proved);

        assertThat(bound.at("/state")).isEqualTo("BOUND");
        assertThat(firms.provider().get(path + "/timeline").json().get("items").findValuesAsText("move"))
                .isEqualTo(List.of("null", "ACCEPT", "PROVE", "CONFIRM"));
    }

    /** The name of the order. */
    String order() {
        return order;
    }
}
