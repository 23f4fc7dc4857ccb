package org.quanlian.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quanlian.itests.year.Person;

/**
 * Compares what a resting node has with what it acknowledged: everything acknowledged is there exactly once, nothing is there
 * that nobody asked for, a write that got no answer is there whole or not at all, and what tells the same thing twice
 * (timelines, states, payments, bookings, balances, statements) tells it the same.
 */
final class Reckoning {
    private final Journal journal;
    private final Person enterprise;
    private final Person auditor;
    private final Set<String> readDocuments = new HashSet<>();

    /**
     * @param enterprise who sees its own orders, claims and documents
     * @param auditor who sees all
     */
    Reckoning(Journal journal, Person enterprise, Person auditor) {
        this.journal = journal;
        this.enterprise = enterprise;
        this.auditor = auditor;
    }

    /**
     * Reckons up what was written about since the last time, and the whole ledger.
     *
     * @return how many of the writes without an answer are there
     */
    int ofLately() {
        return reckon(journal.touched(), false);
    }

    /** Reckons up everything. */
    void ofAll() {
        Set<String> all = new HashSet<>(journal.claims());
        all.addAll(journal.orders());
        reckon(all, true);
    }

    private int reckon(Set<String> subjects, boolean allDocuments) {
        Map<Mark, Integer> present = new HashMap<>();
        readLedger(present);
        journal.orders().stream().filter(subjects::contains).forEach(order -> readOrder(order, present));
        journal.claims().stream().filter(subjects::contains).forEach(claim -> readClaim(claim, present));
        add(
                present,
                new Mark("", "an order"),
                Reading.all(enterprise, "/api/v1/orders").size());
        add(
                present,
                new Mark("", "a claim"),
                Reading.all(enterprise, "/api/v1/claims?year=2025").size());
        int found = compare(present, subjects);
        compareDocuments(allDocuments);
        return found;
    }

    /** Whether each mark is as often there as it was acknowledged; what is pending may be there, as a whole. */
    private int compare(Map<Mark, Integer> present, Set<String> subjects) {
        Map<Mark, Integer> unexplained = new HashMap<>(present);
        journal.acknowledged().forEach((mark, times) -> {
            if (isKnown(mark, subjects)) {
                assertThat(present.getOrDefault(mark, 0))
                        .as("acknowledged, and there: %s", mark)
                        .isGreaterThanOrEqualTo(times);
                unexplained.merge(mark, -times, Integer::sum);
            }
        });
        int found = 0;
        for (Write write : journal.pending()) {
            List<Mark> marks = write.marks().stream()
                    .filter(mark -> isKnown(mark, subjects))
                    .toList();
            long there = marks.stream()
                    .filter(mark -> unexplained.getOrDefault(mark, 0) > 0)
                    .count();
            assertThat(there).as("half done: %s leaves %s", write, marks).isIn(0L, (long) marks.size());
            if (there > 0) {
                marks.forEach(mark -> unexplained.merge(mark, -1, Integer::sum));
                write.isThere();
                found++;
            }
        }
        unexplained.values().removeIf(times -> times == 0);
        assertThat(unexplained).as("there, and nobody asked for it").isEmpty();
        return found;
    }

    /** Not the documents, which are compared one by one, nor what was not looked for this time. */
    private static boolean isKnown(Mark mark, Set<String> subjects) {
        if (mark.subject().isEmpty()) {
            return !mark.what().equals("a document");
        }
        return mark.what().startsWith("booking ") || subjects.contains(mark.subject());
    }

    private void readOrder(String order, Map<Mark, Integer> present) {
        for (JsonNode entry : Reading.json(enterprise, "/api/v1/orders/" + order + "/timeline")
                .get("items")) {
            if (!entry.get("move").isNull()) {
                add(present, new Mark(order, "move " + entry.get("move").asText()), 1);
            }
        }
    }

    private void readClaim(String claim, Map<Mark, Integer> present) {
        String path = "/api/v1/claims/" + claim;
        String state = "DRAFT";
        for (JsonNode entry : Reading.json(auditor, path + "/timeline").get("items")) {
            assertThat(entry.get("from").asText())
                    .as("the timeline of %s goes on where it was", claim)
                    .isEqualTo(state);
            state = entry.get("to").asText();
            add(present, new Mark(claim, "move " + entry.get("move").asText()), 1);
        }
        JsonNode now = Reading.json(auditor, path);
        assertThat(now.get("state").asText()).as("the state of %s", claim).isEqualTo(state);
        if (!now.get("materials").isEmpty()) {
            add(present, new Mark(claim, "papers"), 1);
        }
        if (!state.equals("DRAFT") && !state.equals("FILED") && !state.equals("RECOMMENDED")) {
            for (JsonNode opinion : Reading.json(auditor, path + "/opinions").get("items")) {
                assertThat(opinion.get("score").asInt()).isEqualTo(80);
                add(present, new Mark(claim, "opinion"), 1);
            }
        }
        readMoney(claim, present);
    }

    private void readMoney(String claim, Map<Mark, Integer> present) {
        JsonNode money = Reading.json(auditor, "/api/v1/claims/" + claim + "/money");
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode payment : money.get("payments")) {
            long amount = Reading.fen(payment.get("amount"));
            String share = payment.get("share").asText();
            sums.merge(share + "_PAID", amount, Long::sum);
            add(
                    present,
                    new Mark(
                            claim,
                            "payment " + share + " "
                                    + payment.get("bankReference").asText() + " " + amount),
                    1);
        }
        for (JsonNode recovery : money.get("recoveries")) {
            long amount = Reading.fen(recovery.get("province")) + Reading.fen(recovery.get("city"));
            sums.merge("RECOVERED", amount, Long::sum);
            add(
                    present,
                    new Mark(claim, "recovery " + recovery.get("bankReference").asText() + " " + amount),
                    1);
        }
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode balance : money.get("balances")) {
            long amount = Reading.fen(balance.get("balance"));
            assertThat(amount).as("%s of %s", balance.get("account"), claim).isNotNegative();
            String account = balance.get("account").asText();
            if (account.matches("(PROVINCE|CITY)_(PAID|CLAWBACK_DUE|RECOVERED)")) {
                balances.merge(account.replaceFirst("_.*", "_PAID"), amount, Long::sum);
            }
            if (account.endsWith("_RECOVERED")) {
                balances.merge("RECOVERED", amount, Long::sum);
            }
        }
        balances.values().removeIf(amount -> amount == 0);
        assertThat(balances).as("the ledger tells the payments of %s", claim).isEqualTo(sums);
    }

    private void readLedger(Map<Mark, Integer> present) {
        JsonNode audit = Reading.json(auditor, "/api/v1/ledger/audit");
        assertThat(audit.get("clean").asBoolean())
                .as("the ledger adds up: %s", audit)
                .isTrue();
        Map<String, Long> accounts = new TreeMap<>();
        for (JsonNode booking : Reading.all(auditor, "/api/v1/ledger/bookings?year=2025")) {
            long sum = 0;
            long moved = 0;
            for (JsonNode entry : booking.get("entries")) {
                long amount = Reading.fen(entry.get("amount"));
                sum += amount;
                moved += Math.max(0, amount);
                accounts.merge(entry.get("account").asText().split("/", -1)[0], amount, Long::sum);
            }
            assertThat(sum).as("balanced: %s", booking).isZero();
            String kind = booking.get("kind").asText();
            if (!kind.equals("BUDGET")) {
                boolean byAmount = List.of("PAY", "CLAW_BACK", "RECOVER").contains(kind);
                String what = "booking " + kind + (byAmount ? " " + moved : "");
                add(present, new Mark(booking.get("claim").asText(), what), 1);
            }
        }
        compareStatement(accounts);
    }

    /** What the statement says is what the bookings add up to. */
    private void compareStatement(Map<String, Long> accounts) {
        JsonNode statement = Reading.json(auditor, "/api/v1/statements/2025");
        Map<String, String> shares = Map.of("province", "PROVINCE", "own", "CITY");
        Map<String, Long> told = new TreeMap<>();
        Map<String, Long> booked = new TreeMap<>();
        shares.forEach((member, fund) -> {
            JsonNode share = statement.get(member);
            told.put(fund + " committed", Reading.fen(share.get("committed")));
            booked.put(fund + " committed", accounts.getOrDefault(fund + "_COMMITTED", 0L));
            told.put(fund + " recovered", Reading.fen(share.get("recovered")));
            booked.put(fund + " recovered", accounts.getOrDefault(fund + "_RECOVERED", 0L));
            told.put(fund + " paid", Reading.fen(share.get("paid")));
            booked.put(
                    fund + " paid",
                    accounts.getOrDefault(fund + "_PAID", 0L)
                            + accounts.getOrDefault(fund + "_CLAWBACK_DUE", 0L)
                            + accounts.getOrDefault(fund + "_RECOVERED", 0L));
        });
        assertThat(told).as("the statement of the year").isEqualTo(booked);
    }

    private void compareDocuments(boolean all) {
        Map<String, String> acknowledged = journal.documents();
        Map<String, String> listed = new HashMap<>();
        for (JsonNode document : Reading.all(enterprise, "/api/v1/documents")) {
            listed.put(document.get("id").asText(), document.get("sha256").asText());
        }
        assertThat(listed).as("documents").containsAllEntriesOf(acknowledged);
        assertThat(listed.values()).as("contents that somebody sent").allMatch(journal::wasSent);
        assertThat(listed.size() - acknowledged.size())
                .as("documents that nobody was told of")
                .isLessThanOrEqualTo(journal.lostUploads());
        listed.forEach((id, sha256) -> {
            if (readDocuments.add(id) || all) {
                byte[] content = enterprise.bytes("/api/v1/documents/" + id + "/content");
                assertThat(Uploading.sha256(content))
                        .as("the content of %s", id)
                        .isEqualTo(sha256);
            }
        });
    }

    private static void add(Map<Mark, Integer> present, Mark mark, int times) {
        present.merge(mark, times, Integer::sum);
    }
}
