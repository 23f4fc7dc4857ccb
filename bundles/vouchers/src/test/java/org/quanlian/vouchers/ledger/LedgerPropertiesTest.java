package org.quanlian.vouchers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Whatever is booked in whatever order: the ledger balances, and nothing is overdrawn. */
class LedgerPropertiesTest {
    private static final int YEAR = 2025;
    private static final Area CITY = new Area("140100");
    private static final Money CAP = new Money(1_000);
    private static final CapParty PARTY = new CapParty("91110000600037341L");
    private static final List<Id<VoucherClaim>> CLAIMS = IntStream.range(0, 3)
            .mapToObj(i -> new Id<VoucherClaim>("01J0000000000000000000000" + i))
            .toList();

    /** What somebody tries to do to the money. */
    private enum Way {
        PROVINCE_BUDGET(AccountKind.PROVINCE_APPROPRIATION, AccountKind.PROVINCE_AVAILABLE),
        CITY_BUDGET(AccountKind.CITY_APPROPRIATION, AccountKind.CITY_AVAILABLE),
        PROVINCE_COMMIT(AccountKind.PROVINCE_AVAILABLE, AccountKind.PROVINCE_COMMITTED),
        CITY_COMMIT(AccountKind.CITY_AVAILABLE, AccountKind.CITY_COMMITTED),
        GRANT(AccountKind.CAP_SOURCE, AccountKind.CAP_GRANTED),
        ALLOCATE(AccountKind.PROVINCE_COMMITTED, AccountKind.PROVINCE_ALLOCATED),
        PROVINCE_PAY(AccountKind.PROVINCE_ALLOCATED, AccountKind.PROVINCE_PAID),
        CITY_PAY(AccountKind.CITY_COMMITTED, AccountKind.CITY_PAID),
        CLAW_BACK(AccountKind.PROVINCE_PAID, AccountKind.PROVINCE_CLAWBACK_DUE),
        RECOVER(AccountKind.PROVINCE_CLAWBACK_DUE, AccountKind.PROVINCE_RECOVERED),
        RETURN(AccountKind.PROVINCE_RETURN_DUE, AccountKind.PROVINCE_AVAILABLE);

        private final AccountKind from;
        private final AccountKind to;

        Way(AccountKind from, AccountKind to) {
            this.from = from;
            this.to = to;
        }
    }

    /** One attempt: an amount on its way, or on its way back when it is below zero. */
    private record Attempt(Way way, int claim, long fen, int reference) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(Way.class),
                        Arbitraries.integers().between(0, CLAIMS.size() - 1),
                        Arbitraries.longs().between(-400, 700).filter(fen -> fen != 0),
                        Arbitraries.integers().between(0, 200))
                .as(Attempt::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 300)
    void shouldBalanceAndNeverOverdraw_whateverIsTried(@ForAll("attempts") List<Attempt> attempts) {
        MemoryLedger ledger = new MemoryLedger();
        for (Attempt attempt : attempts) {
            Map<LedgerAccount, Money> before = Map.copyOf(ledger.balances);
            int booked = ledger.bookings.size();
            try {
                Ledger.book(ledger.session(), booking(attempt), ceilings(attempt));
            } catch (RefusedException e) {
                assertThat(ledger.balances).isEqualTo(before);
                assertThat(ledger.bookings).hasSize(booked);
            }
            assertSound(ledger);
        }
    }

    @Property(tries = 100)
    void shouldBookOnce_whenEverythingIsTriedTwice(@ForAll("attempts") List<Attempt> attempts) {
        MemoryLedger once = new MemoryLedger();
        MemoryLedger twice = new MemoryLedger();
        for (Attempt attempt : attempts) {
            attempt(once, attempt);
            if (attempt(twice, attempt)) {
                assertThat(attempt(twice, attempt)).isTrue();
            }
            assertThat(twice.balances).isEqualTo(once.balances);
            assertThat(twice.bookings).hasSameSizeAs(once.bookings);
        }
    }

    @Test
    void shouldBeImpossibleToWriteABookingThatDoesNotBalanceInEachBook() {
        List<Booking.Entry> acrossBooks = List.of(
                new Booking.Entry(LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, YEAR), new Money(-5)),
                new Booking.Entry(LedgerAccount.ofCity(AccountKind.CITY_AVAILABLE, YEAR, CITY), new Money(5)));

        assertThatIllegalArgumentException().isThrownBy(() -> booking("across", acrossBooks));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transfers()
                .move(acrossBooks.get(0).account(), acrossBooks.get(1).account(), new Money(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> booking("nothing", List.of()));
    }

    private static boolean attempt(MemoryLedger ledger, Attempt attempt) {
        try {
            Ledger.book(ledger.session(), booking(attempt), ceilings(attempt));
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static void assertSound(MemoryLedger ledger) {
        Map<String, Money> books = new HashMap<>();
        Map<LedgerAccount, Money> sums = new HashMap<>();
        for (Booking booking : ledger.bookings) {
            for (Booking.Entry entry : booking.entries()) {
                books.merge(entry.account().book(), entry.amount(), Money::plus);
                sums.merge(entry.account(), entry.amount(), Money::plus);
            }
        }
        assertThat(books.values()).allMatch(Money::isZero);
        assertThat(sums).isEqualTo(ledger.balances);
        ledger.balances.forEach((account, balance) -> {
            assertThat(account.kind().isSource() || !balance.isNegative())
                    .as(account.code() + " holds " + balance)
                    .isTrue();
            assertThat(account.kind() == AccountKind.CAP_GRANTED && balance.compareTo(CAP) > 0)
                    .isFalse();
        });
    }

    private static Booking booking(Attempt attempt) {
        return booking(
                attempt.toString(),
                new Transfers()
                        .move(
                                account(attempt.way().from, attempt.claim()),
                                account(attempt.way().to, attempt.claim()),
                                new Money(attempt.fen()))
                        .entries());
    }

    private static Booking booking(String reference, List<Booking.Entry> entries) {
        return new Booking(
                new Id<>("01J00000000000000000000009"),
                BookingKind.BUDGET,
                YEAR,
                Optional.empty(),
                Optional.empty(),
                "",
                Instant.EPOCH,
                reference,
                "",
                entries);
    }

    private static Map<LedgerAccount, Money> ceilings(Attempt attempt) {
        return attempt.way() == Way.GRANT ? Map.of(account(AccountKind.CAP_GRANTED, 0), CAP) : Map.of();
    }

    private static LedgerAccount account(AccountKind kind, int claim) {
        return switch (kind.owner()) {
            case FUND -> LedgerAccount.ofProvince(kind, YEAR);
            case CITY -> LedgerAccount.ofCity(kind, YEAR, CITY);
            case PARTY -> LedgerAccount.ofParty(kind, YEAR, PARTY);
            case CLAIM -> new LedgerAccount(
                    kind, YEAR, Optional.of(CITY), Optional.of(CLAIMS.get(claim)), Optional.empty());
        };
    }
}
