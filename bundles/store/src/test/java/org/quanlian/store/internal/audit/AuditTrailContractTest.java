package org.quanlian.store.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.AuditSearch;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.Break.What;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.TrailVerification;
import org.quanlian.vouchers.audit.Who;

/** The trail as rows: what a transaction leaves, and what is found of what was done behind the node's back. */
@EachDatabase
class AuditTrailContractTest {
    private static final int THREADS = 32;
    private static final ToySignatures SIGNATURES = new ToySignatures();

    private final AuditWorld world;
    private final Store store;

    AuditTrailContractTest(TestDatabase database) {
        world = new AuditWorld(database);
        store = world.store;
    }

    @Test
    void shouldSayWhoDidWhatFromWhere_withWhatItChanged() {
        Account operator = world.accounts.of(Role.OPERATOR);

        Account added = world.adds(operator);

        AuditEntry entry = world.last();
        assertThat(entry.deed().who()).isEqualTo(new Who(operator.id().value(), "OPERATOR", ""));
        assertThat(entry.deed().operation()).isEqualTo("POST /api/v1/accounts");
        assertThat(entry.deed().source()).isEqualTo("192.0.2.7");
        assertThat(entry.deed().trace()).isEqualTo("trace-1");
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.changes()).singleElement().satisfies(change -> {
            assertThat(change.table()).isEqualTo("accounts");
            assertThat(change.key()).isEqualTo(added.id().value());
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).matches("sha-256:[0-9a-f]{64}");
        });
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldLinkBeforeToTheAfterOfTheEntryBefore() {
        Account operator = world.accounts.of(Role.OPERATOR);
        Account added = world.adds(operator);
        RowChange first = world.last().changes().get(0);

        world.changes(operator, added, "改名", Account.State.DISABLED);

        assertThat(world.last().changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(first.after());
            assertThat(change.after()).isNotEqualTo(first.after());
        });
    }

    @Test
    void shouldLeaveNothing_whenTheTransactionIsRolledBack() {
        Account operator = world.accounts.of(Role.OPERATOR);
        long before = world.last().seq();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> world.as(operator, "POST /x", session -> {
                    session.accounts()
                            .add(world.accounts.account(
                                    Role.AUDITOR,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Account.State.ACTIVE));
                    throw new IllegalStateException("the node dies here");
                }));

        assertThat(world.last().seq()).isEqualTo(before);
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldLeaveAnEntry_whenAUserChangedNothing_orWasRefused_orHadAskedBefore() {
        Account operator = world.accounts.of(Role.OPERATOR);

        world.as(operator, "POST /x", session -> "nothing");
        assertThat(world.last().outcome()).isEqualTo(Outcome.DONE);
        world.as(operator, "POST /x", session -> {
            session.audit().refused(409, "claim.late");
            return "";
        });
        assertThat(world.last().outcome()).isEqualTo(Outcome.refused(409, "claim.late"));
        world.as(operator, "POST /x", session -> {
            session.audit().repeated();
            return "";
        });
        assertThat(world.last().outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldLeaveNoEntry_whenTheNodeDidNothingOfImportance() {
        long before = world.last().seq();

        store.write(session -> session.repeatedRequests().forgetBefore(world.now()));

        assertThat(world.last().seq()).isEqualTo(before);
    }

    @Test
    void shouldNameTheNode_whenItChangesThingsByItself() {
        world.books(2040, "by-itself");

        assertThat(world.last().deed().who()).isEqualTo(Who.NODE);
        assertThat(world.last().changes())
                .extracting(RowChange::table)
                .containsExactly(
                        "ledger_accounts", "ledger_accounts", "ledger_bookings", "ledger_entries", "ledger_entries");
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldNameTheLedgerRow_thatWasChangedBehindTheNodesBack() {
        world.books(2041, "honest");
        long booked = world.last().seq();

        world.behindTheNodesBack("UPDATE ledger_bookings SET note = 'x' WHERE reference = 'honest'");

        assertThat(world.verified(SIGNATURES)).hasValueSatisfying(broken -> {
            assertThat(broken.what()).isEqualTo(What.ROW_NOW);
            assertThat(broken.seq()).isEqualTo(booked);
            assertThat(broken.detail()).startsWith("ledger_bookings/");
        });
        world.behindTheNodesBack("UPDATE ledger_bookings SET note = '' WHERE reference = 'honest'");
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldNameTheRow_thatWasDeletedOrPutInBehindTheNodesBack() {
        Account operator = world.accounts.of(Role.OPERATOR);
        Account added = world.adds(operator);
        world.behindTheNodesBack(
                "UPDATE accounts SET id = '01ARZ3NDEKTSV4RRFFQ69G5FAV' WHERE id = ?",
                added.id().value());

        assertThat(world.verified(SIGNATURES))
                .contains(new Break(world.last().seq(), What.ROW_NOW, "accounts/" + added.id()));
        world.behindTheNodesBack(
                "UPDATE accounts SET id = ? WHERE id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'",
                added.id().value());
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldNameTheRow_thatNoEntryLeft() {
        world.behindTheNodesBack("INSERT INTO calendars (calendar_year, source, changed_by, changed_at)"
                + " VALUES (2091, '无', 'x', 0)");

        assertThat(world.verified(SIGNATURES)).contains(new Break(0, What.ROW_UNNAMED, "calendars/2091"));
        world.behindTheNodesBack("DELETE FROM calendars WHERE calendar_year = 2091");
    }

    @Test
    void shouldFindEachKindOfTampering_withTheTablesOfTheTrail() {
        Account operator = world.accounts.of(Role.OPERATOR);
        world.adds(operator);
        long edited = world.last().seq();
        world.adds(operator);

        world.behindTheNodesBack("UPDATE audit_entries SET source = '203.0.113.9' WHERE seq = ?", edited);
        assertThat(world.verified(SIGNATURES).map(Break::seq)).contains(edited);
        world.behindTheNodesBack("UPDATE audit_entries SET source = '192.0.2.7' WHERE seq = ?", edited);

        RowChange change = world.entry(edited).changes().get(0);
        String changes = "UPDATE audit_changes SET after_digest = ? WHERE row_key = ?";
        world.behindTheNodesBack(changes, "sha-256:0", change.key());
        assertThat(world.verified(SIGNATURES).map(Break::seq)).contains(edited);
        world.behindTheNodesBack(changes, change.after(), change.key());

        world.behindTheNodesBack("UPDATE audit_head SET seq = seq + 1 WHERE id = 1");
        assertThat(world.verified(SIGNATURES).map(Break::what)).contains(What.CUT_OFF);
        world.behindTheNodesBack("UPDATE audit_head SET seq = seq - 1 WHERE id = 1");
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldHaveAGaplessChain_whenThirtyTwoThreadsWriteAtOnce() throws Exception {
        Account operator = world.accounts.of(Role.OPERATOR);
        long before = world.last().seq();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        for (int j = 0; j < 6; j++) {
                            world.adds(operator);
                            world.books(2050 + i % 3, "storm-" + i + "-" + j);
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(world.last().seq()).isEqualTo(before + THREADS * 6 * 2);
        assertThat(world.entries()).extracting(AuditEntry::seq).doesNotHaveDuplicates();
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldKeepTheChainWhole_whenTheAlgorithmChanges() {
        Store national = world.database.store(world.clock, () -> ChainHash.SM3);
        Account operator = world.accounts.of(Role.OPERATOR);
        Account added = world.adds(operator);

        national.write(session -> {
            AuditWorld.change(session, added, "国密", Account.State.ACTIVE);
            return added;
        });

        assertThat(world.last().algorithm()).isEqualTo("SM3");
        assertThat(world.last().changes().get(0).after()).startsWith("sm3:");
        assertThat(world.verified(SIGNATURES)).isEmpty();
    }

    @Test
    void shouldStillCompareEveryRow_whenTheBeginningWasPruned() {
        Account operator = world.accounts.of(Role.OPERATOR);
        world.adds(operator);
        Anchor anchor = SIGNATURES.anchor(store.read(session -> session.audit().head()), world.now());
        store.write(session -> {
            session.audit().keep(anchor);
            return anchor;
        });

        store.write(session -> {
            session.audit().prune(anchor);
            return anchor;
        });

        TrailVerification.Result result = new TrailVerification(store, SIGNATURES).verify(List.of(anchor));
        assertThat(result.broken()).isEmpty();
        assertThat(result.from()).isEqualTo(anchor.head());
        world.behindTheNodesBack(
                "UPDATE accounts SET name = 'x' WHERE id = ?", operator.id().value());
        assertThat(world.verified(SIGNATURES).map(Break::detail)).contains("accounts/" + operator.id());
        world.behindTheNodesBack(
                "UPDATE accounts SET name = ? WHERE id = ?",
                operator.name(),
                operator.id().value());
    }

    @Test
    void shouldFindEntriesByActorSubjectOperationAndOutcome() {
        Account operator = world.accounts.of(Role.OPERATOR);
        Account added = world.adds(operator);
        world.as(operator, "POST /refused", session -> {
            session.audit().refused(404, "access.none");
            return "";
        });

        assertThat(found(search(
                        Optional.of(operator.id().value()), Optional.empty(), Optional.empty(), Optional.empty())))
                .hasSize(2);
        assertThat(found(search(Optional.empty(), Optional.of(added.id().value()), Optional.empty(), Optional.empty())))
                .hasSize(1);
        assertThat(found(search(
                        Optional.of(operator.id().value()),
                        Optional.empty(),
                        Optional.of("POST /refused"),
                        Optional.of(Outcome.Kind.REFUSED))))
                .hasSize(1);
    }

    private List<AuditEntry> found(AuditSearch search) {
        return store.<Page<AuditEntry>>read(session -> session.audit().search(search, Page.Request.first()))
                .items();
    }

    private static AuditSearch search(
            Optional<String> account,
            Optional<String> subject,
            Optional<String> operation,
            Optional<Outcome.Kind> outcome) {
        return new AuditSearch(account, subject, operation, outcome, Optional.empty(), Optional.empty());
    }
}
