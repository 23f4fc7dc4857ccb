package org.quanlian.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.quanlian.itests.Until;
import org.quanlian.itests.launcher.Launcher;
import org.quanlian.itests.year.HeldNode;
import org.quanlian.itests.year.Person;
import org.quanlian.itests.year.PracticeNode;

/**
 * A practice node in the middle of June 2025, when claims can be filed, with claims whose public notice is over, so that
 * everything from an order to a recovery happens at the same time.
 */
final class StormyNode implements AutoCloseable {
    private static final OffsetDateTime IN_JUNE = OffsetDateTime.parse("2025-06-03T09:00:00+08:00");
    private static final OffsetDateTime AFTER_THE_NOTICE = OffsetDateTime.parse("2025-06-12T09:00:00+08:00");
    private static final String DAY_OF_PAYMENT = "2025-06-12";
    private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(3);
    private static final Duration REST_WITHIN = Duration.ofSeconds(60);

    /** Of a claim that is soon paid, and then claimed back fen by fen. */
    private static final long SMALL_PRICE = 20_001;

    /** Of a claim of which something is left to be paid after any number of kills. */
    private static final long LARGE_PRICE = 6_666_667;

    /** So small that the cap of the enterprise is not reached. */
    private static final long STORM_PRICE = 5_001;

    private static final int FILERS = 2;
    private static final int PAYERS = 2;

    private final PracticeNode node;
    private final Journal journal;
    private final Storm storm;
    private final Reckoning reckoning;

    private StormyNode(PracticeNode node, Journal journal, Storm storm, Reckoning reckoning) {
        this.node = node;
        this.journal = journal;
        this.storm = storm;
        this.reckoning = reckoning;
    }

    /**
     * Starts one, and brings it so far that the storm can begin.
     *
     * @param launcher whose data directory is not there yet
     * @param etc names and contents of files in its {@code etc}
     * @param unavailableIsRetried see {@link Storm}
     * @param seed decides what is written
     */
    static StormyNode start(Launcher launcher, Map<String, String> etc, boolean unavailableIsRetried, long seed)
            throws Exception {
        PracticeNode node = PracticeNode.start(launcher, IN_JUNE, etc);
        Journal journal = new Journal();
        Storm storm = new Storm(journal, unavailableIsRetried);
        try {
            Scene scene = Scene.open(new HeldNode(node.port()), node.firstPassword());
            RandomGenerator random = new Random(seed);
            storm.open();
            List<Paying.Granted> granted = grant(scene, journal, storm, node);
            List<Storm.Story> stories = new ArrayList<>();
            for (int filer = 1; filer <= FILERS; filer++) {
                stories.add(new Filing(scene, journal, new Random(random.nextLong()), filer, STORM_PRICE));
            }
            for (int payer = 0; payer < PAYERS; payer++) {
                stories.add(new Paying(
                        scene,
                        new Random(random.nextLong()),
                        payer,
                        DAY_OF_PAYMENT,
                        List.of(granted.get(payer), granted.get(PAYERS + payer))));
            }
            stories.add(new Uploading(scene, journal, new Random(random.nextLong())));
            storm.close(REST_WITHIN);
            storm.begin(stories);
            return new StormyNode(node, journal, storm, new Reckoning(journal, scene.enterprise(), scene.auditor()));
        } catch (Exception | Error e) {
            node.close();
            throw e;
        }
    }

    /** Two small and two large claims whose notice is over. */
    private static List<Paying.Granted> grant(Scene scene, Journal journal, Storm storm, PracticeNode node)
            throws Exception {
        Person department = scene.department();
        String document = ", \"document\": \"示财〔2025〕1号\"}";
        department.post("/api/v1/budgets/2025/province", "{\"amount\": \"1000000.00\"" + document);
        scene.city().post("/api/v1/budgets/2025/city", "{\"amount\": \"1000000.00\"" + document);
        List<String> claims = new ArrayList<>();
        Filing small = new Filing(scene, journal, new Random(1), 8, SMALL_PRICE);
        Filing large = new Filing(scene, journal, new Random(2), 9, LARGE_PRICE);
        for (int payer = 0; payer < PAYERS; payer++) {
            claims.add(small.approved(storm));
        }
        for (int payer = 0; payer < PAYERS; payer++) {
            claims.add(large.approved(storm));
        }
        storm.write(published(department, claims));
        node.moveTo(AFTER_THE_NOTICE);
        // The sessions ended on the way.
        List<Paying.Granted> granted = new ArrayList<>();
        Person again = scene.department();
        for (String claim : claims) {
            String path = "/api/v1/claims/" + claim;
            Until.holds(
                    "the node confirms the claim",
                    CONFIRMED_WITHIN,
                    () -> Reading.json(again, path).get("state").asText().equals("CONFIRMED"));
            journal.happened(new Mark(claim, "move CONFIRM"));
            JsonNode approved = Reading.json(again, path).get("approved");
            long parts = granted.size() < PAYERS ? 8 : 20_000;
            granted.add(new Paying.Granted(
                    claim, Reading.fen(approved.get("provinceShare")), Reading.fen(approved.get("cityShare")), parts));
        }
        return granted;
    }

    private static Write published(Person department, List<String> claims) {
        String ids = claims.stream().map(claim -> '"' + claim + '"').collect(Collectors.joining(", "));
        Write write = Write.post(
                department, "/api/v1/notices", "{\"year\": 2025, \"title\": \"拟兑现名单公示\", \"claims\": [" + ids + "]}");
        claims.forEach(claim -> write.leaving(claim, "move PUBLISH"));
        return write;
    }

    /** The node. */
    PracticeNode node() {
        return node;
    }

    /** What it acknowledged. */
    Journal journal() {
        return journal;
    }

    /** Those who write. */
    Storm storm() {
        return storm;
    }

    /** Compares both. */
    Reckoning reckoning() {
        return reckoning;
    }

    @Override
    public void close() {
        storm.close();
        keepLog();
        node.close();
    }

    /** What the node said, for whoever has to find out why a storm failed. */
    private void keepLog() {
        try {
            Path kept = Files.createDirectories(Path.of(System.getProperty("quanlian.itests.target"), "storms"));
            Files.copy(
                    node.data().resolve("log/quanlian.log"),
                    kept.resolve("quanlian.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
