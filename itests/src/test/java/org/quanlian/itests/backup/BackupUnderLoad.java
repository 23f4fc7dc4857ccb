package org.quanlian.itests.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.PackVariant;
import org.quanlian.itests.Until;
import org.quanlian.itests.launcher.Launcher;
import org.quanlian.itests.year.Firms;
import org.quanlian.itests.year.HeldNode;
import org.quanlian.itests.year.People;
import org.quanlian.itests.year.Person;
import org.quanlian.itests.year.PracticeNode;

/**
 * A node is backed up by its launcher while people write, and brought back on an empty machine: rows, documents, keys,
 * configuration and packs are there as they were. What can't be brought back is refused, and nothing is changed by it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BackupUnderLoad {
    private static final OffsetDateTime IN_JUNE = OffsetDateTime.parse("2025-06-03T09:00:00+08:00");
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final String PASSPHRASE = "a passphrase of plain words";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final byte[] CONTRACT = "%PDF-1.7\n%示例合同".getBytes(StandardCharsets.UTF_8);
    private static final byte[] IDENTITY_CARD = "%PDF-1.7\n%示例身份证".getBytes(StandardCharsets.UTF_8);

    private Path folder;
    private Launcher launcher;
    private Launcher again;
    private PracticeNode practice;
    private HeldNode node;
    private People people;
    private Person enterprise;
    private String contract;
    private String identityCard;
    private Path backup;

    /** Makes the database of the node; names and contents of the files in its {@code etc} that say so. */
    abstract Map<String, String> makeDatabase() throws Exception;

    /** What {@code restore} is told of the database to be restored into, which is empty; none when it is in the node. */
    abstract List<String> storeOfTheRestored(Path scratch) throws Exception;

    /** Takes away what was made. */
    abstract void removeDatabase() throws Exception;

    @BeforeAll
    void up(@TempDir Path temporary) throws Exception {
        folder = temporary;
        launcher =
                Launcher.in(folder.resolve("node")).withDistribution().with("QUANLIAN_BACKUP_PASSPHRASE", PASSPHRASE);
        again = launcher.with("QUANLIAN_DATA", folder.resolve("restored").toString());
        practice = PracticeNode.start(launcher, IN_JUNE, makeDatabase());
        node = new HeldNode(practice.port());
        people = new People(node, practice.firstPassword());
        enterprise = new Firms(node, people).enterprise();
        contract = uploaded("CONTRACT", CONTRACT);
        identityCard = uploaded("LEGAL_REPRESENTATIVE_ID", IDENTITY_CARD);
        Path pack = PackVariant.of(Path.of(System.getProperty("quanlian.pack")), "1.0.7")
                .writeTo(folder.resolve("packs/own.jar"));
        succeed(launcher, "policy", "install", pack.toString());
        backup = Files.createDirectories(folder.resolve("backups")).resolve("monday");
    }

    @AfterAll
    void leaveNothing() throws Exception {
        try {
            if (practice != null) {
                practice.close();
                again.run("down", "--force");
            }
        } finally {
            removeDatabase();
        }
    }

    @Test
    @Order(1)
    void isMadeWhilePeopleWrite_andSealedByTheirPassphrase() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        Person operator = Person.of(node, "operator");
        ExecutorService load = Executors.newSingleThreadExecutor();
        try {
            Future<?> writing = load.submit(() -> {
                while (!enough.get()) {
                    operator.post(
                            "/api/v1/accounts",
                            """
                            {"login": "load.%d", "name": "测试人员", "role": "CITY_REVIEWER", "city": "140100"}"""
                                    .formatted(made.incrementAndGet()));
                }
            });
            Until.holds("the load", WITHIN, () -> made.get() > 3);
            int before = made.get();

            Launcher.Outcome done = succeed(launcher, "backup", backup.toString());
            int after = made.get();
            enough.set(true);
            writing.get();

            assertThat(done.out()).contains(backup.toString()).doesNotContain("not sealed");
            assertThat(after).as("nobody waited for the backup").isGreaterThan(before);
        } finally {
            enough.set(true);
            load.shutdownNow();
        }
        assertThat(launcher.data().resolve("run").toFile().list()).noneMatch(name -> name.startsWith("passphrase"));
    }

    @Test
    @Order(2)
    void isNotBroughtBackByAnotherPassphrase_norOverANode() {
        assertThat(restore(again.with("QUANLIAN_BACKUP_PASSPHRASE", "another of plain words"), again.data())
                        .err())
                .contains("passphrase is wrong");
        assertThat(again.data()).doesNotExist();
        assertThat(restore(launcher, launcher.data()).err()).contains("no empty folder");
        assertThat(people.auditor().get("/api/v1/accounts/me").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void isRefusedWhenItIsDamaged_namingThePart() throws IOException {
        Path part = backup.resolve("documents.zip.sealed");
        byte[] whole = Files.readAllBytes(part);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(part, damaged);
        Path to = folder.resolve("damaged");

        Launcher.Outcome refused = restore(launcher, to);

        Files.write(part, whole);
        assertThat(refused.exitCode()).isEqualTo(FAILED);
        assertThat(refused.err()).contains("documents.zip.sealed");
        assertThat(to).doesNotExist();
    }

    @Test
    @Order(4)
    void bringsEverythingBackOntoAnEmptyMachine() throws Exception {
        List<String> words = new ArrayList<>(
                List.of("restore", backup.toString(), "--data", again.data().toString()));
        words.addAll(storeOfTheRestored(folder));
        succeed(again, words.toArray(String[]::new));
        List<JsonNode> before = accounts(Person.of(node, "operator"));
        String keys = succeed(launcher, "keys", "list").out();
        String policies = succeed(launcher, "policy", "list").out();
        // One machine bears one node at a time.
        practice.down();

        PracticeNode restored = PracticeNode.restored(again);

        HeldNode elsewhere = new HeldNode(restored.port());
        // Who was there when the backup began is there as they were; the load went on behind it.
        assertThat(accounts(Person.of(elsewhere, "operator")))
                .hasSizeGreaterThan(10)
                .isSubsetOf(before);
        Person owner = Person.of(elsewhere, "enterprise");
        assertThat(owner.bytes("/api/v1/documents/" + contract + "/content")).isEqualTo(CONTRACT);
        assertThat(owner.bytes("/api/v1/documents/" + identityCard + "/content"))
                .as("under the keys of the node")
                .isEqualTo(IDENTITY_CARD);
        assertThat(succeed(again, "keys", "list").out()).isEqualTo(keys);
        assertThat(succeed(again, "policy", "list").out()).isEqualTo(policies).contains("1.0.7");
        assertThat(succeed(again, "audit", "verify").out()).isNotEmpty();
    }

    private String uploaded(String purpose, byte[] file) {
        return enterprise
                .upload("/api/v1/documents?purpose=" + purpose, "application/pdf", file)
                .at("/id");
    }

    private Launcher.Outcome restore(Launcher by, Path to) {
        return by.run("restore", backup.toString(), "--data", to.toString());
    }

    private static Launcher.Outcome succeed(Launcher by, String... words) {
        Launcher.Outcome outcome = by.run(words);
        assertThat(outcome.exitCode())
                .as("%s: %s%s", String.join(" ", words), outcome.out(), outcome.err())
                .isEqualTo(DONE);
        return outcome;
    }

    private static List<JsonNode> accounts(Person operator) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = operator.get("/api/v1/accounts?limit=100" + next).json();
            page.at("/items").forEach(all::add);
            next = page.at("/next").isTextual() ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());
        return all;
    }
}
