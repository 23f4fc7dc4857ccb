package org.quanlian.store.internal.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.Account.State;
import org.quanlian.vouchers.mails.LostMail;
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.mails.MailOutbox;
import org.quanlian.vouchers.mails.OwedMail;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Received;

/** What becomes of the mails that are owed, on each database. */
@EachDatabase
class MailOutboxContractTest {
    private static final Instant NOW = Instant.parse("2025-06-01T02:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestDatabase database;
    private final Store store;
    private final TestAccounts accounts;

    MailOutboxContractTest(TestDatabase database) {
        this.database = database;
        store = database.store(new TickingClock());
        accounts = new TestAccounts(store, Clock.systemUTC());
    }

    @BeforeEach
    void nothingIsOwedYet() {
        database.transactions()
                .run(sql -> sql.update("UPDATE mail_outbox SET state = 'LAPSED', settled_at = 0, problem = NULL"
                        + " WHERE state <> 'LAPSED'"));
    }

    @Test
    void shouldOweAMail_toWhoeverHasAnAddress() {
        Account with = withAddress("li@firm.example");
        tell(with, NOW);
        tell(accounts.enterprise(accounts.id()), NOW);

        List<OwedMail> taken = take(NOW, 10);

        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).address()).isEqualTo("li@firm.example");
        assertThat(taken.get(0).attempt()).isEqualTo(1);
        assertThat(taken.get(0).id()).isEqualTo(received(with));
        assertThat(taken.get(0).notification()).isEqualTo(notification(NOW));
        assertThat(taken.get(0).toString()).doesNotContain("li@firm.example");
    }

    @Test
    void shouldLeaveToOthers_whatIsNotTakenYet_theLongestDueFirst() {
        Account account = withAddress("li@firm.example");
        for (int i = 0; i < 5; i++) {
            tell(account, NOW.minusSeconds(i));
        }

        List<Instant> first = told(take(NOW, 3));
        List<Instant> second = told(take(NOW, 3));

        assertThat(first).containsExactly(NOW.minusSeconds(4), NOW.minusSeconds(3), NOW.minusSeconds(2));
        assertThat(second).containsExactly(NOW.minusSeconds(1), NOW);
        assertThat(take(NOW, 3)).isEmpty();
    }

    @Test
    void shouldBeDueAgain_whenWhoeverTookItSaysNothing() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail first = only(take(NOW, 10));

        assertThat(take(NOW.plus(LEASE).minusMillis(1), 10)).isEmpty();
        OwedMail second = only(take(NOW.plus(LEASE), 10));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempt()).isEqualTo(2);
    }

    @Test
    void shouldNotBeDueAgain_onceItWasSent() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail mail = only(take(NOW, 10));

        inOutbox(outbox -> outbox.sent(mail.id(), NOW));

        assertThat(take(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
        assertThat(lost()).isEmpty();
    }

    @Test
    void shouldBeDueLater_whenItIsPutOff() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail mail = only(take(NOW, 10));

        inOutbox(outbox -> outbox.putOff(mail, NOW.plusSeconds(90), "unreachable"));

        assertThat(take(NOW.plusSeconds(89), 10)).isEmpty();
        assertThat(only(take(NOW.plusSeconds(90), 10)).attempt()).isEqualTo(2);
    }

    @Test
    void shouldNotMindAWorkerThatWasTooSlow_unlessItSentTheMail() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail slow = only(take(NOW, 10));
        Instant later = NOW.plus(LEASE);
        OwedMail second = only(take(later, 10));

        inOutbox(outbox -> outbox.putOff(slow, NOW, "unreachable"));
        inOutbox(outbox -> outbox.giveUp(slow, later, "smtp.550"));
        assertThat(take(later, 10)).isEmpty();
        assertThat(lost()).isEmpty();

        inOutbox(outbox -> outbox.sent(slow.id(), later));
        inOutbox(outbox -> outbox.giveUp(second, later, "smtp.550"));
        assertThat(take(later.plus(LEASE), 10)).isEmpty();
        assertThat(lost()).isEmpty();
    }

    @Test
    void shouldListWhatWasGivenUp_withoutAddressAndText() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail mail = only(take(NOW, 10));

        inOutbox(outbox -> outbox.giveUp(mail, NOW.plusSeconds(5), "smtp.550"));

        assertThat(lost())
                .containsExactly(new LostMail(mail.id(), "test.note", 1, "smtp.550", NOW, NOW.plusSeconds(5)));
        assertThat(take(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void shouldPageWhatWasGivenUp_newestFirst() {
        Account account = withAddress("li@firm.example");
        for (int i = 0; i < 3; i++) {
            tell(account, NOW);
        }
        List<OwedMail> taken = take(NOW, 10);
        inOutbox(outbox -> taken.forEach(mail -> outbox.giveUp(mail, NOW, "smtp.550")));

        Page<LostMail> first = lost(new Page.Request(Optional.empty(), 2));
        Page<LostMail> second = lost(new Page.Request(first.next(), 2));

        List<LostMail> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        assertThat(first.items()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(all)
                .extracting(LostMail::id)
                .containsExactlyElementsOf(taken.stream()
                        .map(OwedMail::id)
                        .sorted((a, b) -> b.compareTo(a))
                        .toList());
    }

    @Test
    void shouldSendAgainFromTheFirstAttempt_whatTheOperatorWants() {
        LostMails lostMails = new LostMails(Clock.fixed(NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC));
        Actor operator = accounts.of(Role.OPERATOR).actor();
        tell(withAddress("li@firm.example"), NOW);
        OwedMail mail = only(take(NOW, 10));
        inOutbox(outbox -> outbox.giveUp(mail, NOW, "smtp.550"));

        store.write(session -> {
            lostMails.sendAgain(session, operator, mail.id());
            return true;
        });

        Instant then = NOW.plus(Duration.ofDays(30));
        assertThat(endOlderThan(then.minus(Duration.ofDays(3)), then)).isZero();
        assertThat(only(take(then, 10)).attempt()).isEqualTo(1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> store.write(session -> {
                    lostMails.sendAgain(session, operator, mail.id());
                    return true;
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo("mail.none"));
    }

    @Test
    void shouldShowLostMailsToTheOperatorAlone() {
        LostMails lostMails = new LostMails(Clock.systemUTC());
        for (Role role : List.of(Role.DEPARTMENT, Role.AUDITOR, Role.SHARING_CENTRE)) {
            Actor actor = accounts.of(role).actor();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() ->
                            store.<Page<LostMail>>read(session -> lostMails.list(session, actor, Page.Request.first())))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("access.role"));
        }
    }

    @Test
    void shouldGiveUpWhatWasTriedTooLong_andForgetWhatNeverWas() {
        tell(withAddress("li@firm.example"), NOW);
        OwedMail tried = only(take(NOW, 10));
        inOutbox(outbox -> outbox.putOff(tried, NOW.plusSeconds(60), "unreachable"));
        tell(withAddress("wang@firm.example"), NOW);
        tell(withAddress("zhao@firm.example"), NOW.plus(Duration.ofDays(3)));
        Instant then = NOW.plus(Duration.ofDays(3)).plusSeconds(1);

        assertThat(endOlderThan(then.minus(Duration.ofDays(3)), then)).isEqualTo(1);

        assertThat(lost()).extracting(LostMail::problem).containsExactly("unreachable");
        assertThat(only(take(then, 10)).address()).isEqualTo("zhao@firm.example");
    }

    @Test
    void shouldOweNothing_whenTheAccountLostItsAddressOrItsUseInBetween() {
        Account moved = withAddress("old@firm.example");
        Account silent = withAddress("silent@firm.example");
        Account disabled = withAddress("disabled@firm.example");
        for (Account account : List.of(moved, silent, disabled)) {
            tell(account, NOW);
        }
        change(moved, Optional.of("new@firm.example"), State.ACTIVE);
        change(silent, Optional.empty(), State.ACTIVE);
        change(disabled, disabled.email(), State.DISABLED);

        assertThat(take(NOW, 10)).extracting(OwedMail::address).containsExactly("new@firm.example");
        assertThat(take(NOW.plus(LEASE), 10)).extracting(OwedMail::address).containsExactly("new@firm.example");
    }

    @Test
    void shouldGiveEachMailToOneWorker_whenManyAskAtTheSameTime() throws Exception {
        Account account = withAddress("li@firm.example");
        for (int i = 0; i < 120; i++) {
            tell(account, NOW);
        }
        int workers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        List<Id<Received>> taken = new ArrayList<>();
        try {
            Callable<List<Id<Received>>> worker = () -> {
                List<Id<Received>> mine = new ArrayList<>();
                for (List<OwedMail> some = take(NOW, 7); !some.isEmpty(); some = take(NOW, 7)) {
                    some.forEach(mail -> mine.add(mail.id()));
                }
                return mine;
            };
            for (Future<List<Id<Received>>> result :
                    threads.invokeAll(java.util.Collections.nCopies(workers, worker))) {
                taken.addAll(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        // A worker stops when it finds nothing, which with SKIP LOCKED may be early: the last one there finds the rest.
        take(NOW, 120).forEach(mail -> taken.add(mail.id()));
        assertThat(taken).hasSize(120).doesNotHaveDuplicates();
    }

    private Account withAddress(String address) {
        return accounts.enterprise(accounts.id(), Optional.of(address), State.ACTIVE);
    }

    private void change(Account account, Optional<String> email, State state) {
        store.write(session -> {
            session.accounts()
                    .update(
                            account,
                            new Account(
                                    account.id(),
                                    account.login(),
                                    account.name(),
                                    account.role(),
                                    account.organisation(),
                                    account.city(),
                                    email,
                                    state,
                                    account.createdAt(),
                                    account.version() + 1));
            return true;
        });
    }

    private static Notification notification(Instant at) {
        return new Notification("test.note", "/api/v1/claims", new LocalizedText("通知", "note"), at);
    }

    private void tell(Account account, Instant at) {
        store.write(session -> {
            session.notifications().tellAccount(account.id(), notification(at));
            return true;
        });
    }

    private Id<Received> received(Account account) {
        return store.<Page<Received>>read(
                        session -> session.notifications().of(account.id(), false, Page.Request.first()))
                .items()
                .get(0)
                .id();
    }

    private List<OwedMail> take(Instant now, int limit) {
        return answer(outbox -> outbox.take(now, now.plus(LEASE), limit));
    }

    private int endOlderThan(Instant told, Instant at) {
        return answer(outbox -> outbox.endOlderThan(told, at, 100));
    }

    private List<LostMail> lost() {
        return lost(Page.Request.first()).items();
    }

    private Page<LostMail> lost(Page.Request page) {
        return answer(outbox -> outbox.givenUp(page));
    }

    private void inOutbox(java.util.function.Consumer<MailOutbox> work) {
        answer(outbox -> {
            work.accept(outbox);
            return true;
        });
    }

    private <T> T answer(Function<MailOutbox, T> work) {
        return store.write(session -> work.apply(session.mails()));
    }

    private static OwedMail only(List<OwedMail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static List<Instant> told(List<OwedMail> mails) {
        return mails.stream().map(mail -> mail.notification().at()).toList();
    }
}
