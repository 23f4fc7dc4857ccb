package org.quanlian.store.internal.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RepeatedRequests.Answer;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.ApprovalRuns;

/** What the node does by itself: as often as it likes, and each thing once; on each database. */
@EachDatabase
class HousekeepingContractTest {
    private final TestDatabase database;
    private final MoneyYear year;

    HousekeepingContractTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldFinishRunsAndNoticesAndForgetOldAnswers() {
        year.budgets(2095, "1000000.00", "1000000.00");
        VoucherClaim waiting = year.reviewed(2095, TAIYUAN, "2000.00");
        VoucherClaim published = year.approve(year.reviewed(2095, TAIYUAN, "2000.00"));
        year.write(session -> {
            year.notices.post(session, year.department(), 2095, "公示", List.of(published.id()));
            year.runs.start(
                    session,
                    year.department(),
                    2095,
                    List.of(new ApprovalRuns.Ordered(waiting.id(), Optional.empty(), "")));
            session.repeatedRequests().find("caller", "old");
            session.repeatedRequests().keep("caller", "old", new Answer("digest", 200, "", "old", year.now()));
            return true;
        });
        year.setTime("2025-08-27T23:59:59");
        year.housekeeping().round();
        assertThat(year.kept(waiting).state()).isEqualTo(ClaimState.APPROVED);
        assertThat(year.kept(published).state()).isEqualTo(ClaimState.PUBLISHED);

        year.setTime("2025-08-28T00:00:00");
        year.housekeeping().round();
        year.housekeeping().round();

        assertThat(year.kept(published).state()).isEqualTo(ClaimState.CONFIRMED);
        Optional<Answer> forgotten =
                year.write(session -> session.repeatedRequests().find("caller", "old"));
        assertThat(forgotten).isEmpty();
        assertThat(year.audit().faults()).isEmpty();
    }

    /** Nodes that ended in the middle of a batch left such rows before there was a rule against it. */
    @Test
    void shouldForgetKeysWithoutAnAnswer_andKeepAnswersThatMayBeAskedFor() {
        year.write(session -> {
            session.repeatedRequests().find("caller", "abandoned");
            session.repeatedRequests().find("caller", "answered");
            session.repeatedRequests().keep("caller", "answered", new Answer("digest", 200, "", "now", year.now()));
            return true;
        });

        year.housekeeping().round();

        List<String> kept = database.transactions()
                .read(sql -> sql.query("SELECT request_key FROM repeated_requests WHERE caller = ?", "caller")
                        .list(row -> row.string("request_key")));
        assertThat(kept).contains("answered").doesNotContain("abandoned");
        assertThat(year.<Optional<Answer>>write(
                        session -> session.repeatedRequests().look("caller", "answered")))
                .isPresent();
    }
}
