package org.quanlian.store.internal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.reminders.Reminder;
import org.quanlian.vouchers.reminders.Reminder.Kind;
import org.quanlian.vouchers.reminders.Reminders;

/** Who is reminded of which deadline, and that each is reminded once, on each database. Each test has a year of its own. */
@EachDatabase
class RemindersContractTest {
    private static final Area TAIYUAN = new Area("140100");
    private static final Area DATONG = new Area("140200");

    private final TestDatabase database;
    private final Store store;
    private final TestAccounts accounts;

    RemindersContractTest(TestDatabase database) {
        this.database = database;
        store = database.store(Clock.systemUTC());
        accounts = new TestAccounts(store, Clock.systemUTC());
    }

    @Test
    void shouldRemindApplicantAndHost_ofADraft_onceADay() {
        Account applicant = accounts.enterprise(accounts.id());
        Account host = accounts.enterprise(accounts.id());
        Account other = accounts.enterprise(accounts.id());
        VoucherClaim draft = claim(2031, TAIYUAN, applicant, Optional.of(host), ClaimState.DRAFT);
        claim(2031, TAIYUAN, other, Optional.empty(), ClaimState.FILED);
        claim(2032, TAIYUAN, other, Optional.empty(), ClaimState.DRAFT);
        claim(2031, new Area("460100"), other, Optional.empty(), ClaimState.DRAFT);

        remind(2031, "2031-07-08T01:00:00Z");
        remind(2031, "2031-07-09T01:00:00Z");
        assertThat(told(applicant)).containsExactly("reminder.filing");
        assertThat(texts(applicant).get(0)).contains(draft.number()).contains("2031-07-15 17:00");
        assertThat(told(host)).containsExactly("reminder.filing");

        remind(2031, "2031-07-14T01:00:00Z");
        assertThat(told(applicant)).hasSize(2);
        assertThat(told(other)).isEmpty();
    }

    @Test
    void shouldRemindTheApplicant_ofWhatWasReturned_untilTheCitysDeadline() {
        Account applicant = accounts.enterprise(accounts.id());
        Account elsewhere = accounts.enterprise(accounts.id());
        claim(2033, TAIYUAN, applicant, Optional.empty(), ClaimState.RETURNED);
        VoucherClaim otherVersion = claim(2033, TAIYUAN, elsewhere, Optional.empty(), ClaimState.RETURNED);
        database.transactions()
                .run(sql -> sql.update(
                        "UPDATE voucher_claims SET policy_version = '0.9.0' WHERE id = ?",
                        otherVersion.id().value()));

        remind(2033, "2033-07-29T01:00:00Z");

        assertThat(told(applicant)).containsExactly("reminder.correction");
        assertThat(texts(applicant).get(0)).contains("2033-07-30 17:00");
        // Its version is not on the node, so nobody knows its deadline.
        assertThat(told(elsewhere)).isEmpty();
    }

    @Test
    void shouldRemindEachCity_ofHowManyClaimsWaitForIt() {
        Account taiyuan = accounts.reviewer(TAIYUAN);
        Account datong = accounts.reviewer(DATONG);
        Account applicant = accounts.enterprise(accounts.id());
        claim(2034, TAIYUAN, applicant, Optional.empty(), ClaimState.FILED);
        claim(2034, TAIYUAN, applicant, Optional.empty(), ClaimState.FILED);
        claim(2034, DATONG, applicant, Optional.empty(), ClaimState.RECOMMENDED);

        remind(2034, "2034-07-23T01:00:00Z");
        remind(2034, "2034-07-23T02:00:00Z");

        assertThat(told(taiyuan)).containsExactly("reminder.recommendation");
        assertThat(texts(taiyuan).get(0)).contains("还有 2 件").contains("2034-07-30 17:00");
        assertThat(told(datong)).isEmpty();
        assertThat(told(applicant)).isEmpty();
    }

    @Test
    void shouldRemindAll_whenThereAreMoreThanAPage() {
        Account applicant = accounts.enterprise(accounts.id());
        for (int i = 0; i < Page.MAX + 3; i++) {
            claim(2035, TAIYUAN, applicant, Optional.empty(), ClaimState.DRAFT);
        }

        assertThat(remind(2035, "2035-07-08T01:00:00Z")).isEqualTo(2);

        long told = database.transactions().read(sql -> sql.query(
                        "SELECT COUNT(*) AS n FROM notifications WHERE account = ?",
                        applicant.id().value())
                .one(row -> row.number("n")));
        assertThat(told).isEqualTo(Page.MAX + 3L);
    }

    @Test
    void shouldTellOnce_whenSeveralNodesRemindAtTheSameTime() throws Exception {
        Account applicant = accounts.enterprise(accounts.id());
        for (int i = 0; i < 20; i++) {
            claim(2036, TAIYUAN, applicant, Optional.empty(), ClaimState.DRAFT);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = () -> remind(2036, "2036-07-08T01:00:00Z");
            for (Future<Integer> result : nodes.invokeAll(Collections.nCopies(4, node))) {
                result.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(told(applicant)).hasSize(20);
    }

    @Test
    void shouldNotCountAsTold_whatWasRolledBack() {
        LocalDate day = LocalDate.of(2025, 7, 8);
        Instant at = Instant.parse("2025-07-08T01:00:00Z");
        try {
            store.write(session -> {
                assertThat(session.pendingClaims().firstTold(Kind.FILING, "rolled back", day, at))
                        .isTrue();
                throw new IllegalStateException("telling fails");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("telling fails");
        }

        boolean first = store.write(session -> session.pendingClaims().firstTold(Kind.FILING, "rolled back", day, at));
        boolean second = store.write(session -> session.pendingClaims().firstTold(Kind.FILING, "rolled back", day, at));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    /** Reminds as a node does, and tells how many pages of drafts that took. */
    private int remind(int year, String at) {
        Instant now = Instant.parse(at);
        Reminders reminders = new Reminders(registry(year), Reminders.DEFAULT_DAYS);
        int pages = 0;
        for (Reminder reminder : reminders.due(now)) {
            Optional<String> after = Optional.empty();
            do {
                Optional<String> from = after;
                after = store.write(session -> reminders.remind(session, reminder, from, now));
                pages += reminder.kind() == Kind.FILING ? 1 : 0;
            } while (after.isPresent());
        }
        return pages;
    }

    /** A claim in a state, as the procedure leaves it; what was filed does not matter here. */
    private VoucherClaim claim(int year, Area city, Account applicant, Optional<Account> host, ClaimState state) {
        Id<Organisation> of = applicant.organisation().orElseThrow();
        VoucherClaim claim = store.write(session -> {
            VoucherClaim draft = new VoucherClaim(
                    accounts.id(),
                    session.claims().nextNumber(city, year),
                    of,
                    host.flatMap(Account::organisation),
                    city,
                    year,
                    List.of(),
                    ClaimState.DRAFT,
                    Optional.empty(),
                    Optional.empty(),
                    Instant.parse(year + "-05-01T00:00:00Z"),
                    1);
            session.claims().add(draft);
            return draft;
        });
        if (state != ClaimState.DRAFT) {
            database.transactions()
                    .run(sql -> sql.updateOne(
                            "UPDATE voucher_claims SET state = ?, filing_round = 1, filed_at = 0,"
                                    + " policy_province = '140000', policy_year = ?, policy_version = '1.0.0',"
                                    + " policy_digest = 'd', outcome = 'ELIGIBLE', supportable_spend = 0,"
                                    + " decided_grant = 0, decided_province_share = 0, decided_city_share = 0,"
                                    + " decided_cap = 0, decided_cap_remaining = 0 WHERE id = ?",
                            state,
                            year,
                            claim.id().value()));
        }
        return claim;
    }

    private List<String> told(Account account) {
        return received(account).stream()
                .map(received -> received.notification().kind())
                .toList();
    }

    private List<String> texts(Account account) {
        return received(account).stream()
                .map(received -> received.notification().text().zh())
                .toList();
    }

    private List<Received> received(Account account) {
        return new ArrayList<>(store.<Page<Received>>read(
                        session -> session.notifications().of(account.id(), false, Page.Request.first()))
                .items());
    }

    private static PolicyRegistry registry(int year) {
        DateRange whole = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        PolicyDescriptor descriptor = new PolicyDescriptor(
                new PolicyKey(new Area("140000"), year, Version.parse("1.0.0")),
                Status.IN_FORCE,
                new LocalizedText("创新券", "Vouchers"),
                List.of(new LegalDocument("文〔" + year + "〕1号", "通知", "科技厅", Optional.empty())),
                new PolicyWindows(
                        whole,
                        whole,
                        Instant.parse(year + "-07-15T09:00:00Z"),
                        Instant.parse(year + "-07-30T09:00:00Z"),
                        5,
                        false));
        PolicyVersion version =
                new PolicyVersion(descriptor, "sha-256:" + "0".repeat(64), new Parameters(List.of()), List.of(), true);
        return new PolicyRegistry() {
            @Override
            public List<PolicyVersion> versions() {
                return List.of(version);
            }

            @Override
            public boolean await(PolicyKey key, boolean present, Duration bound) {
                throw new UnsupportedOperationException("nobody waits here");
            }

            @Override
            public List<AgreementDescriptor> agreements() {
                return List.of();
            }

            @Override
            public List<RefusedPack> refused() {
                return List.of();
            }
        };
    }
}
