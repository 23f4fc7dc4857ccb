package org.quanlian.benchmarks.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanlian.benchmarks.year.PlayedYear;
import org.quanlian.demo.DemoSize;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;

/** What plain JDBC does in the benchmark is what the use case does, statement by statement. */
class ReplayTest {
    private static TestDatabase database;
    private static PlayedYear eve;
    private static Drafts drafts;

    @BeforeAll
    static void play() throws SQLException {
        database = TestDatabase.derby();
        eve = PlayedYear.play(database.dataSource(), database.dialect(), new DemoSize(DemoSize.LEAST))
                .at(PlayedYear.EVE);
        drafts = Drafts.of(eve, database.dataSource(), database.transactions());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void shouldLeaveTheClaimADraft_whenItsFilingIsTakenBack() throws SQLException {
        Draft draft = drafts.make(1).get(0);

        List<Step> steps = record(draft);

        assertThat(steps).hasSizeGreaterThan(20);
        assertThat(claim(draft).state()).isEqualTo(ClaimState.DRAFT);
    }

    @Test
    void shouldFileWhatTheUseCaseWouldHaveFiled() throws SQLException {
        List<Draft> two = drafts.make(2);

        new PlainJdbc(database.dataSource()).run(record(two.get(0)));
        eve.store().write(session -> eve.useCases()
                .claims()
                .filing()
                .file(session, two.get(1).by(), two.get(1).claim()));

        VoucherClaim replayed = claim(two.get(0));
        VoucherClaim filed = claim(two.get(1));
        assertThat(replayed.state()).isEqualTo(ClaimState.FILED);
        assertThat(replayed.filing().orElseThrow().amounts())
                .isEqualTo(filed.filing().orElseThrow().amounts());
        assertThat(moves(two.get(0))).isEqualTo(moves(two.get(1)));
    }

    @Test
    void shouldAskTheSameStatementsWithTheSameValues_asWereRecorded() throws SQLException {
        Draft draft = drafts.make(1).get(0);
        List<Step> recorded = record(draft);
        Recorder again = new Recorder(database.dataSource());

        new PlainJdbc(again.connections()).run(recorded);

        assertThat(again.taken()).isEqualTo(recorded);
    }

    private static List<Step> record(Draft draft) {
        return new TakenBack(eve).steps(eve, new Recorder(database.dataSource()), draft);
    }

    private static VoucherClaim claim(Draft draft) {
        return eve.store()
                .<VoucherClaim>read(
                        session -> session.claims().find(draft.claim()).orElseThrow());
    }

    private static List<String> moves(Draft draft) {
        return eve.store().<List<TimelineEntry>>read(session -> session.claims().timeline(draft.claim())).stream()
                .map(entry -> entry.move() + " to " + entry.to())
                .toList();
    }
}
