package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.vouchers.exchange.Settlement.Direction;
import org.quanlian.vouchers.exchange.Settlement.State;
import org.quanlian.vouchers.exchange.Settlements;

/** Statements between provinces, on each database. */
@EachDatabase
class SettlementsContractTest {
    private static final Instant AT = Instant.parse("2025-12-01T01:02:03.004Z");

    private final Ids ids = new Ids(new TickingClock(), new SecureRandom());
    private final MoneyYear year;

    SettlementsContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldKeepAStatementWithItsLines_andTheAnswer() {
        Settlement made = settlement(new Area("460000"));
        add(made);
        assertThat(this.<Optional<Settlement>>on(kept -> kept.find(made.id()))).contains(made);

        Settlement answered = made.answered(State.DISPUTED, new Settlement.Answer("少一行", "测试人员", AT.plusSeconds(1)));
        on(kept -> {
            kept.answer(answered);
            return true;
        });

        assertThat(this.<Optional<Settlement>>on(kept -> kept.lock(made.id()))).contains(answered);
    }

    @Test
    void shouldListThoseWithAPartner_newestFirst_pageByPage() {
        Area partner = new Area("450000");
        Settlement first = settlement(partner);
        Settlement second = settlement(partner);
        add(first);
        add(second);
        add(settlement(new Area("440000")));

        Page<Settlement> page = on(kept -> kept.list(Optional.of(partner), new Page.Request(Optional.empty(), 1)));
        Page<Settlement> next = on(kept -> kept.list(Optional.of(partner), new Page.Request(page.next(), 1)));

        assertThat(page.items()).extracting(Settlement::id).containsExactly(second.id());
        assertThat(next.items()).extracting(Settlement::id).containsExactly(first.id());
        assertThat(next.next()).isEmpty();
    }

    @Test
    void shouldFindNoServices_whereNothingWasPaidFor() {
        assertThat(this.<List<Settlement.Line>>on(kept -> kept.services(new Area("460000"), 2025, 10)))
                .isEmpty();
    }

    private void add(Settlement settlement) {
        on(kept -> {
            kept.add(settlement);
            return true;
        });
    }

    private <T> T on(Function<Settlements, T> work) {
        return year.write(session -> work.apply(session.exchange().settlements()));
    }

    private Settlement settlement(Area partner) {
        return new Settlement(
                ids.next(),
                partner,
                Direction.MADE,
                2025,
                AT,
                List.of(
                        line("2025-140100-00001", Money.parse("1000.00")),
                        line("2025-140100-00002", Money.parse("0.01"))),
                State.TOLD,
                Optional.empty());
    }

    private static Settlement.Line line(String claim, Money amount) {
        return new Settlement.Line(claim, new UnifiedSocialCreditCode("91110000600037341L"), "示例研究院", amount, amount);
    }
}
