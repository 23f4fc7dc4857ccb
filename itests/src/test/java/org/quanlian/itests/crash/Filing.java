package org.quanlian.itests.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.quanlian.itests.year.HeldNode.Answer;
import org.quanlian.itests.year.Person;

/** The way of claims from the order of a service to the approved amount, one after another. */
final class Filing implements Storm.Story {
    private static final List<String> OF_THE_SERVICE =
            List.of("CONTRACT", "INVOICE", "PAYMENT_PROOF", "SERVICE_RESULT");
    private static final List<String> OF_THE_CLAIM =
            List.of("QUALIFICATION_PROOF", "NON_AFFILIATION_COMMITMENT", "BUSINESS_LICENCE", "LEGAL_REPRESENTATIVE_ID");

    private final Scene scene;
    private final Journal journal;
    private final RandomGenerator random;
    private final int number;
    private final long price;
    private final Person enterprise;
    private final Person provider;
    private final Person city;
    private final Person centre;
    private final Person department;
    private final List<Person> judges;
    private String papers = "";
    private int serial;

    /**
     * @param number tells its contracts from those of others, 1 to 9
     * @param price of each service, in fen
     */
    Filing(Scene scene, Journal journal, RandomGenerator random, int number, long price) {
        this.scene = scene;
        this.journal = journal;
        this.random = random;
        this.number = number;
        this.price = price;
        enterprise = scene.enterprise();
        provider = scene.provider();
        city = scene.city();
        centre = scene.centre();
        department = scene.department();
        judges = scene.judges();
    }

    @Override
    public void live(Storm storm) {
        while (true) {
            approved(storm);
        }
    }

    /** Leads one claim to its approval; returns its name. */
    String approved(Storm storm) {
        String order = bound(storm);
        Answer begun = storm.write(Write.post(
                        enterprise,
                        "/api/v1/claims",
                        "{\"applicant\": \"%s\", \"year\": 2025, \"orders\": [\"%s\"]}"
                                .formatted(scene.firms().enterpriseId(), order))
                .leaving("", "a claim"));
        String claim = begun.at("/id");
        journal.claim(claim);
        String path = "/api/v1/claims/" + claim;
        if (papers.isEmpty()) {
            papers = OF_THE_CLAIM.stream()
                    .map(kind -> "\"%s\": [\"%s\"]"
                            .formatted(kind, Uploading.upload(storm, journal, enterprise, kind, random)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        change(storm, claim, "PUT", path + "/materials", papers);
        move(storm, enterprise, claim, "FILE", "/filing", "{}");
        move(storm, city, claim, "RECOMMEND", "/recommendation", "{\"reason\": \"同意推荐\"}");
        move(storm, centre, claim, "ACCEPT", "/acceptance", "{}");
        String experts = scene.experts().stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
        move(storm, centre, claim, "ASSIGN", "/assignments", "{\"experts\": [" + experts + "]}");
        for (Person judge : judges) {
            storm.write(Write.post(
                            judge,
                            path + "/opinions",
                            "{\"amount\": \"%s\", \"score\": 80, \"comment\": \"同意\"}"
                                    .formatted(Reading.yuan(price / 2)))
                    .leaving(claim, "opinion"));
        }
        move(storm, centre, claim, "CONCLUDE", "/conclusion", "{}");
        storm.write(Write.post(department, path + "/money/approval", "{}")
                .leaving(claim, "move APPROVE")
                .leaving(claim, "booking COMMIT"));
        return claim;
    }

    private String bound(Storm storm) {
        serial++;
        String name = number + "-" + serial;
        String amount = Reading.yuan(price);
        Answer ordered = storm.write(Write.post(
                        enterprise,
                        "/api/v1/orders",
                        """
                        {"provider": "%s", "description": "样品成分测试 %s", "category": "TESTING", "price": "%s"}"""
                                .formatted(scene.firms().providerId(), name, amount))
                .leaving("", "an order"));
        String order = ordered.at("/id");
        journal.order(order);
        String path = "/api/v1/orders/" + order;
        orderMove(storm, provider, order, "ACCEPT", "POST", path + "/acceptance", "{}");
        List<String> attachments = new ArrayList<>();
        for (String kind : OF_THE_SERVICE) {
            attachments.add("{\"material\": \"%s\", \"document\": \"%s\"}"
                    .formatted(kind, Uploading.upload(storm, journal, enterprise, kind, random)));
        }
        orderMove(
                storm,
                enterprise,
                order,
                "PROVE",
                "PUT",
                path + "/evidence",
                """
                {"exclusion": null,
                 "contract": {"number": "HT-2025-%s", "signedOn": "2025-03-01", "amount": "%s"},
                 "invoices": [{"number": "2514200%d%012d", "issuedOn": "2025-05-06", "amount": "%s"}],
                 "payments": [{"paidOn": "2025-05-06", "amount": "%s"}],
                 "attachments": [%s]}"""
                        .formatted(name, amount, number, serial, amount, amount, String.join(", ", attachments)));
        orderMove(storm, provider, order, "CONFIRM", "POST", path + "/confirmation", "{}");
        return order;
    }

    private void orderMove(
            Storm storm, Person who, String order, String move, String method, String path, String json) {
        Answer read = storm.read(who, "/api/v1/orders/" + order);
        storm.write(Write.change(who, method, path, json, read).leaving(order, "move " + move));
    }

    private void change(Storm storm, String claim, String method, String path, String json) {
        Answer read = storm.read(enterprise, "/api/v1/claims/" + claim);
        storm.write(Write.change(enterprise, method, path, json, read).leaving(claim, "papers"));
    }

    private static void move(Storm storm, Person who, String claim, String move, String path, String json) {
        storm.write(Write.post(who, "/api/v1/claims/" + claim + path, json).leaving(claim, "move " + move));
    }
}
