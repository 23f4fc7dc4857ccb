package org.quanlian.store.internal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.Account.State;
import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.vouchers.registry.Organisation;

/** Whom a notification reaches, and what its reader sees of it, on each database. */
@EachDatabase
class NotificationsContractTest {
    private static final Instant NOW = Instant.parse("2025-06-01T02:00:00.123456Z");
    private static final Area TAIYUAN = new Area("140100");
    private static final Area DATONG = new Area("140200");

    private final TestDatabase database;
    private final Store store;
    private final TestAccounts accounts;
    private final Inbox inbox = new Inbox(Clock.fixed(NOW, ZoneOffset.UTC));

    NotificationsContractTest(TestDatabase database) {
        this.database = database;
        Clock clock = new TickingClock();
        store = database.store(clock);
        accounts = new TestAccounts(store, clock);
    }

    @Test
    void shouldTellEachAccountOfAnOrganisationOnce_andNobodyElse() {
        Id<Organisation> firm = accounts.id();
        Account first = accounts.enterprise(firm);
        Account second = accounts.enterprise(firm);
        Account stranger = accounts.enterprise(accounts.id());

        run(session -> session.notifications().tell(firm, notification("to the firm")));

        assertThat(texts(first)).containsExactly("to the firm");
        assertThat(texts(second)).containsExactly("to the firm");
        assertThat(texts(stranger)).isEmpty();
    }

    @Test
    void shouldTellTheReviewersOfTheCityAlone() {
        Account taiyuan = accounts.reviewer(TAIYUAN);
        Account datong = accounts.reviewer(DATONG);
        Account centre = accounts.of(Role.SHARING_CENTRE);

        run(session -> session.notifications().tell(Office.of(TAIYUAN), notification("to Taiyuan")));
        run(session -> session.notifications().tell(Office.of(Role.SHARING_CENTRE), notification("to the centre")));

        assertThat(texts(taiyuan)).contains("to Taiyuan").doesNotContain("to the centre");
        assertThat(texts(datong)).isEmpty();
        assertThat(texts(centre)).contains("to the centre").doesNotContain("to Taiyuan");
    }

    @Test
    void shouldTellNothing_toAnAccountThatCanNotBeUsed() {
        Id<Organisation> firm = accounts.id();
        Account disabled = accounts.enterprise(firm, Optional.of("gone@firm.example"), State.DISABLED);
        Account newcomer = accounts.enterprise(firm, Optional.empty(), State.PASSWORD_EXPIRED);

        run(session -> {
            session.notifications().tell(firm, notification("to the firm"));
            session.notifications().tellAccount(disabled.id(), notification("to one"));
            session.notifications().tellAccount(newcomer.id(), notification("to one"));
        });

        assertThat(texts(disabled)).isEmpty();
        assertThat(texts(newcomer)).containsExactlyInAnyOrder("to one", "to the firm");
    }

    @Test
    void shouldTellNothing_whenTheWorkIsGivenUp() {
        Account account = accounts.enterprise(accounts.id());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(session -> {
                    session.notifications().tellAccount(account.id(), notification("never happened"));
                    throw new IllegalStateException("the move fails");
                }));

        assertThat(texts(account)).isEmpty();
    }

    @Test
    void shouldTellTheNewestFirst_andPageWithoutGapOrRepeat_whenMoreComesInBetween() {
        Account account = accounts.enterprise(accounts.id());
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            told.add(0, tell(account, "note " + i));
        }

        Page<Received> first = page(account, false, Optional.empty());
        tell(account, "told in between");
        Page<Received> second = page(account, false, first.next());
        Page<Received> third = page(account, false, second.next());

        List<String> seen = new ArrayList<>();
        List.of(first, second, third).forEach(page -> page.items().forEach(item -> seen.add(text(item))));
        assertThat(seen).containsExactlyElementsOf(told);
        assertThat(third.next()).isEmpty();
        assertThat(text(page(account, false, Optional.empty()).items().get(0))).isEqualTo("told in between");
    }

    @Test
    void shouldLeaveOutWhatWasRead_whenAskedForTheUnread() {
        Account account = accounts.enterprise(accounts.id());
        for (int i = 0; i < 5; i++) {
            tell(account, "note " + i);
        }
        List<Received> all = page(account, false, Optional.empty()).items();
        read(account, all.get(0).id());
        read(account, all.get(2).id());

        Page<Received> unread = page(account, true, Optional.empty());

        assertThat(unread.items())
                .extracting(NotificationsContractTest::text)
                .containsExactly("note 3", "note 1", "note 0");
        assertThat(unread.next()).isEmpty();
        assertThat(page(account, false, Optional.empty()).items()).hasSize(3);
    }

    @Test
    void shouldKeepWhenItWasReadFirst_whenItIsReadAgain() {
        Account account = accounts.enterprise(accounts.id());
        tell(account, "note");
        Id<Received> id = page(account, false, Optional.empty()).items().get(0).id();

        Received first = read(account, id);
        Inbox later = new Inbox(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        Received second = store.write(session -> later.read(session, account.actor(), id));

        assertThat(first.readAt()).contains(NOW);
        assertThat(second).isEqualTo(first);
        assertThat(page(account, false, Optional.empty()).items()).containsExactly(first);
    }

    @Test
    void shouldKnowNothingOfIt_whenItWasToldToAnother() {
        Account owner = accounts.enterprise(accounts.id());
        Account other = accounts.enterprise(accounts.id());
        tell(owner, "for the owner");
        Id<Received> id = page(owner, false, Optional.empty()).items().get(0).id();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(other, id))
                .satisfies(e -> assertThat(e.code()).isEqualTo("notification.none"));
        assertThat(page(owner, true, Optional.empty()).items()).hasSize(1);
    }

    @Test
    void shouldTellHundredsInFewStatements() {
        Id<Organisation> firm = accounts.id();
        store.write(session -> {
            for (int i = 0; i < 1_500; i++) {
                session.accounts()
                        .add(accounts.account(
                                Role.ENTERPRISE,
                                Optional.of(firm),
                                Optional.empty(),
                                Optional.of("p" + i + "@firm.example"),
                                State.ACTIVE));
            }
            return true;
        });
        CountedStatements counted = new CountedStatements(database);

        counted.run(sql -> new JdbcNotifications(sql, counted.ids()).tell(firm, notification("to all")));

        // One question, and two batches of two parts each.
        assertThat(counted.count()).isEqualTo(5);
        assertThat(counted.rows("notifications", firm)).isEqualTo(1_500);
        assertThat(counted.rows("mail_outbox", firm)).isEqualTo(1_500);
    }

    @Test
    void shouldKeepALongReason_andRefuseWhatNoColumnHolds() {
        Account account = accounts.enterprise(accounts.id());
        String longest = "长".repeat(Notification.MAX_TEXT);
        tell(account, longest);

        assertThat(texts(account)).containsExactly(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notification(longest + "。"))
                .withMessageContaining("text.zh");
    }

    private static Notification notification(String text) {
        return new Notification("test.note", "/api/v1/claims", new LocalizedText(text, "en"), NOW);
    }

    private String tell(Account account, String text) {
        run(session -> session.notifications().tellAccount(account.id(), notification(text)));
        return text;
    }

    private Received read(Account account, Id<Received> id) {
        return store.write(session -> inbox.read(session, account.actor(), id));
    }

    private Page<Received> page(Account account, boolean unreadOnly, Optional<String> after) {
        return store.read(session -> inbox.list(session, account.actor(), unreadOnly, new Page.Request(after, 3)));
    }

    private List<String> texts(Account account) {
        return store
                .<Page<Received>>read(session -> inbox.list(session, account.actor(), false, Page.Request.first()))
                .items()
                .stream()
                .map(NotificationsContractTest::text)
                .toList();
    }

    private static String text(Received received) {
        return received.notification().text().zh();
    }

    private void run(Consumer<Session> work) {
        store.write(session -> {
            work.accept(session);
            return true;
        });
    }
}
