package org.quanlian.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.audit.internal.AnchorFile;
import org.quanlian.audit.internal.Anchoring;
import org.quanlian.audit.internal.AuditExport;
import org.quanlian.audit.internal.AuditSettings;
import org.quanlian.audit.internal.ClockMoves;
import org.quanlian.audit.internal.NodeSignatures;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.Purpose;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.Break.What;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.TrailVerification;
import org.quanlian.vouchers.audit.Who;

/** The trail of a node with its anchors: made when due, found when something was taken away, exported, pruned. */
class AuditNodeTest {
    private static final AuditSettings SETTINGS = new AuditSettings(5, Duration.ofMinutes(10), Duration.ofDays(183));

    @TempDir
    private Path folder;

    /** One for each test, as each does something to its trail; the rows themselves are tested on both databases in the store. */
    private final TestDatabase database = TestDatabase.derby();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T01:02:03Z"));
    private final AtomicReference<Profile> profile = new AtomicReference<>(Profile.INTL);
    private final Store store = database.store(clock());
    private final TestAccounts accounts = new TestAccounts(store, clock());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldAnchor_whenEnoughEntriesCameOrTimeWentBy_andOnlyThen() {
        Anchoring anchoring = anchoring();
        anchoring.round();

        assertThat(anchoring.round()).isFalse();
        accounts.of(Role.AUDITOR);
        assertThat(anchoring.round()).isFalse();
        forward(Duration.ofMinutes(10));
        assertThat(anchoring.round()).isTrue();
        for (int i = 0; i < 5; i++) {
            accounts.of(Role.AUDITOR);
        }
        assertThat(anchoring.round()).isTrue();
        assertThat(file().read()).last().isEqualTo(last().orElseThrow());
        assertThat(verified()).isEmpty();
    }

    @Test
    void shouldFindThatTheTrailWasCutOff_byTheFileThatWasKept() {
        anchored();
        Head head = store.read(session -> session.audit().head());
        List<Anchor> kept = file().read();
        String[] away = {"audit_anchors WHERE seq >= ?", "audit_entries WHERE seq >= ?"};
        Head before = head(head.seq() - 1);

        // Who cuts the trail takes its anchors away too, and puts the head back.
        for (String table : away) {
            database.transactions().run(sql -> sql.update("DELETE FROM " + table, head.seq()));
        }
        database.transactions()
                .run(sql -> sql.update(
                        "UPDATE audit_head SET seq = ?, digest = ? WHERE id = 1", before.seq(), before.digest()));

        assertThat(new TrailVerification(store, signatures()).verify(kept).broken())
                .contains(new Break(head.seq(), What.CUT_OFF, "anchor " + head.seq()));
    }

    @Test
    void shouldFindAnAnchor_thatIsSomebodyElses() {
        Anchor anchor = anchored();
        NodeSignatures others = new NodeSignatures(
                new NodeKeys(folder.resolve("others"), profile::get, Clock.systemUTC(), new SecureRandom()));
        String key = others.signingKey().orElseThrow();
        Anchor foreign = new Anchor(
                anchor.head(), now.get(), key, others.sign(key, Anchor.signed(anchor.head(), now.get(), key)));
        Anchor forged = new Anchor(anchor.head(), anchor.at().plusSeconds(1), anchor.key(), anchor.signature());

        assertThat(new TrailVerification(store, signatures())
                        .verify(List.of(foreign))
                        .broken()
                        .map(Break::what))
                .contains(What.FOREIGN_ANCHOR);
        assertThat(new TrailVerification(store, signatures())
                        .verify(List.of(forged))
                        .broken()
                        .map(Break::what))
                .contains(What.FOREIGN_ANCHOR);
    }

    @Test
    void shouldStillCheckWhatAnOlderKeySigned_andSignWithNationalAlgorithms() {
        anchored();
        profile.set(Profile.GM);
        keys().rotation(Purpose.AUDIT_ANCHORS).rotate();
        Anchor national = anchored();

        assertThat(national.key()).isNotEqualTo(file().read().get(0).key());
        assertThat(verified()).isEmpty();
    }

    @Test
    void shouldExportWhatCanBeVerifiedWithoutTheNode_andFindEachLineThatIsChanged() throws IOException {
        anchored();
        accounts.of(Role.EXPERT);
        StringWriter out = new StringWriter();
        AuditExport.Exported exported = new AuditExport(store, signatures()).to(out, seq -> {});
        List<String> lines = out.toString().lines().toList();

        ExportVerification.Result whole = verified(lines);
        assertThat(whole.broken()).isEmpty();
        assertThat(whole.to()).isEqualTo(exported.to());
        assertThat(whole.anchors()).isEqualTo(exported.anchors()).isPositive();
        assertThat(whole.keys()).contains(last().orElseThrow().key());
        for (int i = 1; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            String gone = without.remove(i);
            if (gone.contains("\"seq\"") || gone.contains("\"end\"") || gone.contains("\"public\"")) {
                assertThat(verified(without).broken()).as("without %s", gone).isPresent();
            }
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, gone.replaceFirst("\"at\":\"2026", "\"at\":\"2025").replaceFirst("\"end\":", "\"end\":1"));
            if (!changed.get(i).equals(gone)) {
                assertThat(verified(changed).broken()).as("changed %s", gone).isPresent();
            }
        }
        List<String> hidden = new ArrayList<>(lines);
        hidden.set(hidden.size() - 2, hidden.get(hidden.size() - 2).replaceFirst("\\{", "{\"a\":\"b\","));
        assertThat(verified(hidden).broken()).isPresent();
    }

    @Test
    void shouldLetGoOfWhatIsOlderThanItMustBeKept_andOfNothingElse() {
        Anchor old = anchored();
        forward(Duration.ofDays(182));
        accounts.of(Role.AUDITOR);
        anchoring().round();
        assertThat(store.<Head>read(session -> session.audit().cut()).seq())
                .isLessThan(old.head().seq());

        forward(Duration.ofDays(2));
        anchoring().round();

        assertThat(store.<Head>read(session -> session.audit().cut())).isEqualTo(old.head());
        assertThat(verified()).isEmpty();
    }

    @Test
    void shouldWriteOverHalfALine_thatACrashHadLeft() throws IOException {
        Anchor first = anchored();
        Files.writeString(path(), "{\"anchor\":", StandardOpenOption.APPEND);

        Anchor second = anchored();

        assertThat(file().read()).contains(first, second);
        assertThat(Files.readString(path())).endsWith(second.line() + "\n");
    }

    @Test
    void shouldTellThatTheTimeWasMoved_onceForEachMove() {
        ClockMoves moves = new ClockMoves(store);

        assertThat(moves.stands("PT0S")).as("a real node").isFalse();
        assertThat(moves.stands("PT-12293H")).isTrue();
        assertThat(new ClockMoves(store).stands("PT-12293H"))
                .as("started again")
                .isFalse();
        assertThat(moves.stands("PT-11549H")).isTrue();
        assertThat(moves.stands("PT0S")).as("put back behind its back").isTrue();

        assertThat(entries().stream().filter(entry -> entry.deed().operation().equals("clock")))
                .allSatisfy(entry -> assertThat(entry.deed().who()).isEqualTo(Who.CONSOLE))
                .extracting(entry -> entry.deed().subject())
                .containsExactly("clock/PT-12293H", "clock/PT-11549H", "clock/PT0S");
        assertThat(verified()).isEmpty();
    }

    @Test
    void shouldRefuseToKeepEntriesLessThanSixMonths() {
        assertThat(AuditSettings.of(Map.of("retentionDays", "183")).retention()).isEqualTo(Duration.ofDays(183));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditSettings.of(Map.of("retentionDays", "182")))
                .withMessageContaining("retentionDays")
                .withMessageContaining("183");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditSettings.of(Map.of("anchorEntries", "0")))
                .withMessageContaining("anchorEntries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditSettings.of(Map.of("anchorMinutes", "often")))
                .withMessageContaining("anchorMinutes");
    }

    private Anchor anchored() {
        accounts.of(Role.AUDITOR);
        forward(Duration.ofMinutes(11));
        assertThat(anchoring().round()).isTrue();
        return last().orElseThrow();
    }

    private Head head(long seq) {
        AuditEntry entry = store.<List<AuditEntry>>read(
                        session -> session.audit().entries(seq - 1, 1))
                .get(0);
        return new Head(entry.seq(), entry.digest());
    }

    private List<AuditEntry> entries() {
        return store.read(session -> session.audit().entries(0, 100));
    }

    private Optional<Anchor> last() {
        return store.read(session -> session.audit().lastAnchor());
    }

    private Optional<Break> verified() {
        return new TrailVerification(store, signatures()).verify(file().read()).broken();
    }

    private static ExportVerification.Result verified(List<String> lines) throws IOException {
        return ExportVerification.verify(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")));
    }

    private Anchoring anchoring() {
        return new Anchoring(store, signatures(), file(), clock(), SETTINGS);
    }

    private AnchorFile file() {
        return new AnchorFile(path());
    }

    private Path path() {
        return folder.resolve("audit/anchors.jsonl");
    }

    private NodeSignatures signatures() {
        return new NodeSignatures(keys());
    }

    private NodeKeys keys() {
        return new NodeKeys(folder.resolve("keys"), profile::get, Clock.systemUTC(), new SecureRandom());
    }

    private void forward(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException("nobody asks for " + zone);
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
