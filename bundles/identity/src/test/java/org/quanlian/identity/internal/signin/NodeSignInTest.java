package org.quanlian.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanlian.identity.internal.TestNode.PASSWORD;
import static org.quanlian.identity.internal.TestNode.sourceAt;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.identity.internal.TestClock;
import org.quanlian.identity.internal.TestNode;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountAdministration.Change;
import org.quanlian.vouchers.accounts.SignIn.Tokens;

@EachDatabase
class NodeSignInTest {
    private static final String NEW_PASSWORD = "another four plain words";

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final String home = anAddress();
    private final String elsewhere = anAddress();
    private final TestDatabase database;
    private TestNode node;
    private Account account;
    private Account boss;

    NodeSignInTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void openAccounts() {
        node = new TestNode(database, clock, data);
        account = node.account("auditor-" + node.ids.next(), Role.AUDITOR);
        boss = node.account("boss-" + node.ids.next(), Role.OPERATOR);
    }

    @Test
    void shouldTellTheActor_whenLoginAndPasswordAreRight() {
        Tokens tokens = logIn();

        assertThat(node.authenticate(tokens.accessToken())).isEqualTo(account.actor());
        assertThat(tokens.mustSetPassword()).isFalse();
        assertThat(tokens.accessExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void shouldLogIn_whenTheLoginIsTypedInCapitals() {
        assertThat(node.signIn
                        .signIn(account.login().toUpperCase(java.util.Locale.ROOT), PASSWORD, sourceAt(home))
                        .account())
                .isEqualTo(account);
    }

    @Test
    void shouldAnswerTheSame_whenLoginIsUnknownOrPasswordWrongOrAccountDisabled() {
        Account disabled = node.account("gone-" + node.ids.next(), Role.AUDITOR, Account.State.DISABLED);

        List<ThrowingCallable> tries = List.of(
                () -> node.signIn.signIn("nobody-" + node.ids.next(), PASSWORD, sourceAt(home)),
                () -> node.signIn.signIn(account.login(), "wrong", sourceAt(home)),
                () -> node.signIn.signIn(disabled.login(), PASSWORD, sourceAt(home)));

        assertThat(tries).allSatisfy(each -> assertRefused(each, Kind.UNAUTHENTICATED, "signin.refused"));
    }

    @Test
    void shouldGiveNewTokens_whenTheRefreshTokenIsUsedOnce() {
        Tokens first = logIn();
        clock.advance(Duration.ofMinutes(11));
        assertRefused(() -> node.authenticate(first.accessToken()), Kind.UNAUTHENTICATED, "token.expired");

        Tokens second = node.signIn.refresh(first.refreshToken());

        assertThat(node.authenticate(second.accessToken())).isEqualTo(account.actor());
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    }

    @Test
    void shouldEndTheWholeSession_whenARefreshTokenIsUsedAgain() {
        Tokens first = logIn();
        Tokens second = node.signIn.refresh(first.refreshToken());

        assertRefreshRefused(first.refreshToken());

        assertRefreshRefused(second.refreshToken());
        assertRefused(() -> node.authenticate(second.accessToken()), Kind.UNAUTHENTICATED, "token.ended");
    }

    @Test
    void shouldLetOneIn_whenManyUseTheSameRefreshTokenAtOnce() throws Exception {
        Tokens tokens = logIn();
        TestNode other = new TestNode(database, clock, data.resolve("other"));

        List<Optional<Tokens>> answers = race(8, i -> {
            try {
                return Optional.of((i % 2 == 0 ? node : other).signIn.refresh(tokens.refreshToken()));
            } catch (RefusedException e) {
                return Optional.empty();
            }
        });

        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
        // One of them stole it, nobody knows which: what the first got is worth nothing either.
        Tokens won = answers.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertRefreshRefused(won.refreshToken());
    }

    @Test
    void shouldRefuseRefreshing_whenTheTokenWasIdleTooLong() {
        Tokens tokens = logIn();
        clock.advance(TestNode.SESSIONS.idle());

        assertRefreshRefused(tokens.refreshToken());
    }

    @Test
    void shouldEndTheSession_whenItHasLastedAsLongAsSessionsMay() {
        Tokens tokens = logIn();
        int refreshes = 0;
        while (clock.instant().isBefore(tokens.refreshExpiresAt())) {
            clock.advance(TestNode.SESSIONS.idle().minusHours(1));
            if (!clock.instant().isBefore(tokens.refreshExpiresAt())) {
                break;
            }
            tokens = node.signIn.refresh(tokens.refreshToken());
            refreshes++;
        }

        assertThat(refreshes).isEqualTo(23);
        assertRefreshRefused(tokens.refreshToken());
    }

    @Test
    void shouldRefuseRefreshing_whenTheTokenIsNoneOfOurs() {
        assertRefreshRefused("");
        assertRefreshRefused("A".repeat(43));
        assertRefreshRefused("A".repeat(100_000));
    }

    @Test
    void shouldEndTheSessionOnEveryNode_whenSomebodyLogsOut() {
        Tokens tokens = logIn();
        Tokens elsewhere = logIn();
        TestNode other = new TestNode(database, clock, data.resolve("other"));

        node.signIn.signOut(tokens.accessToken());

        assertRefused(() -> other.authenticate(tokens.accessToken()), Kind.UNAUTHENTICATED, "token.ended");
        assertRefreshRefused(tokens.refreshToken());
        assertThat(other.authenticate(elsewhere.accessToken())).isEqualTo(account.actor());
    }

    @Test
    void shouldEndTheSessionsAtOnce_whenTheAccountIsDisabled() {
        Tokens tokens = logIn();

        change(boss, account, new Change(Optional.empty(), Optional.empty(), Optional.of(true)));

        assertRefused(() -> node.authenticate(tokens.accessToken()), Kind.UNAUTHENTICATED, "token.ended");
        assertRefreshRefused(tokens.refreshToken());
        assertRefused(this::logIn, Kind.UNAUTHENTICATED, "signin.refused");
    }

    @Test
    void shouldAllowNothingButSettingAPassword_whenThePasswordIsAOneTimePassword() {
        Account fresh = node.account("fresh-" + node.ids.next(), Role.EXPERT, Account.State.PASSWORD_EXPIRED);
        Tokens tokens = node.signIn.signIn(fresh.login(), PASSWORD, sourceAt(home));

        assertThat(tokens.mustSetPassword()).isTrue();
        assertRefused(() -> node.authenticate(tokens.accessToken()), Kind.FORBIDDEN, "account.password.expired");
        assertThat(node.signIn.account(tokens.accessToken()).state()).isEqualTo(Account.State.PASSWORD_EXPIRED);

        Tokens after = node.signIn.changePassword(tokens.accessToken(), PASSWORD, NEW_PASSWORD, sourceAt(home));

        assertThat(after.mustSetPassword()).isFalse();
        assertThat(node.authenticate(after.accessToken()).account()).isEqualTo(fresh.id());
        assertRefused(() -> node.authenticate(tokens.accessToken()), Kind.UNAUTHENTICATED, "token.ended");
        assertRefused(
                () -> node.signIn.signIn(fresh.login(), PASSWORD, sourceAt(home)),
                Kind.UNAUTHENTICATED,
                "signin.refused");
    }

    @Test
    void shouldSayWhatIsWrong_whenAPasswordIsChangedWrongly() {
        Tokens tokens = logIn();

        assertRefused(
                () -> node.signIn.changePassword(tokens.accessToken(), "wrong", NEW_PASSWORD, sourceAt(home)),
                Kind.INVALID,
                "password.current");
        assertRefused(
                () -> node.signIn.changePassword(tokens.accessToken(), PASSWORD, PASSWORD, sourceAt(home)),
                Kind.INVALID,
                "password.same");
        assertRefused(
                () -> node.signIn.changePassword(tokens.accessToken(), PASSWORD, "short", sourceAt(home)),
                Kind.INVALID,
                "password.length");
        assertThat(node.authenticate(tokens.accessToken())).isEqualTo(account.actor());
    }

    @Test
    void shouldHashAnew_whenTheEffortHasGrown() {
        TestNode stronger = new TestNode(database, clock, data.resolve("stronger"), new HashingEffort(128, 2));

        stronger.signIn.signIn(account.login(), PASSWORD, sourceAt(home));

        assertThat(node.store.<String>read(
                        s -> s.accounts().password(account.id()).orElseThrow().encoded()))
                .startsWith("$argon2id$v=19$m=128,t=2,p=1$");
        assertThat(logIn().account().id()).isEqualTo(account.id());
    }

    @Test
    void shouldMakeAGuesserWait_whenTheFreeTriesAreUsedUp() {
        guess(account.login(), home, 5);
        assertThrottled(account.login(), home, PASSWORD, 1);

        clock.advance(Duration.ofSeconds(1));
        guess(account.login(), home, 1);
        assertThrottled(account.login(), home, PASSWORD, 2);

        clock.advance(Duration.ofSeconds(2));
        assertThat(node.signIn.signIn(account.login(), PASSWORD, sourceAt(home)).account())
                .isEqualTo(account);
        guess(account.login(), home, 4);
    }

    @Test
    void shouldLetTheOwnerIn_whenAStrangerGuessesFromElsewhere() {
        guess(account.login(), elsewhere, 5);
        assertThrottled(account.login(), elsewhere, PASSWORD, 1);

        assertThat(node.signIn.signIn(account.login(), PASSWORD, sourceAt(home)).account())
                .isEqualTo(account);
    }

    @Test
    void shouldCountForAllNodes_whenAGuesserAsksOneAfterTheOther() {
        TestNode other = new TestNode(database, clock, data.resolve("other"));
        guess(account.login(), home, 5);

        assertThatThrownBy(() -> other.signIn.signIn(account.login(), PASSWORD, sourceAt(home)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.TOO_MANY));
    }

    @Test
    void shouldMakeAGuesserWait_whenManyLoginsAreTriedFromOneAddress() {
        String address = anAddress();
        for (int i = 0; i < 50; i++) {
            guess("somebody-" + i, address, 1);
        }

        assertThrottled("somebody-else", address, PASSWORD, 1);
        assertThrottled(account.login(), address, PASSWORD, 1);
    }

    @Test
    void shouldForgetFailures_whenTimePasses() {
        guess(account.login(), home, 5);
        clock.advance(Duration.ofMinutes(10));

        guess(account.login(), home, 1);
        assertThrottled(account.login(), home, PASSWORD, 1);
        clock.advance(Duration.ofHours(1));
        guess(account.login(), home, 4);
    }

    @Test
    void shouldNotLetMoreThrough_whenManyGuessAtOnce() throws Exception {
        List<Boolean> looked = race(16, i -> {
            try {
                node.signIn.signIn(account.login(), "wrong " + i, sourceAt(home));
                return true;
            } catch (RefusedException e) {
                return e.kind() == Kind.UNAUTHENTICATED;
            }
        });

        assertThat(looked.stream().filter(each -> each)).hasSize(5);
    }

    @Test
    void shouldKeepAnOperator_whenTwoDisableEachOtherAtOnce() throws Exception {
        // Those of other tests are out of the way, so that these two are the last.
        List<Account> others = node.store.read(s ->
                s.accounts().page(org.quanlian.vouchers.Page.Request.first()).items());
        Account second = node.account("second-" + node.ids.next(), Role.OPERATOR);
        others.stream()
                .filter(other -> other.role() == Role.OPERATOR && !other.isDisabled())
                .filter(other -> !other.id().equals(boss.id()))
                .forEach(other ->
                        change(boss, other, new Change(Optional.empty(), Optional.empty(), Optional.of(true))));

        List<Boolean> done = race(2, i -> {
            try {
                change(
                        i == 0 ? boss : second,
                        i == 0 ? second : boss,
                        new Change(Optional.empty(), Optional.empty(), Optional.of(true)));
                return true;
            } catch (RefusedException e) {
                return false;
            }
        });

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    /** One that no other test uses, for tests share their database. */
    private static String anAddress() {
        SecureRandom random = new SecureRandom();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private Tokens logIn() {
        return node.signIn.signIn(account.login(), PASSWORD, sourceAt(home));
    }

    private void change(Account actor, Account target, Change change) {
        Actor as = actor.actor();
        node.store.write(s -> {
            long version = s.accounts().find(target.id()).orElseThrow().version();
            return node.administration.change(s, as, target.id(), version, change);
        });
    }

    private void guess(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(
                    () -> node.signIn.signIn(login, "a wrong password", sourceAt(address)),
                    Kind.UNAUTHENTICATED,
                    "signin.refused");
        }
    }

    private void assertThrottled(String login, String address, String password, long seconds) {
        assertThatThrownBy(() -> node.signIn.signIn(login, password, sourceAt(address)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.TOO_MANY);
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
                });
    }

    private void assertRefreshRefused(String token) {
        assertRefused(() -> node.signIn.refresh(token), Kind.UNAUTHENTICATED, "refresh.refused");
    }

    private static void assertRefused(ThrowingCallable work, Kind kind, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.kind()).isEqualTo(kind);
        });
    }

    /** What so many threads get that begin at the same moment. */
    static <T> List<T> race(int threads, java.util.function.IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int each = i;
                Callable<T> task = () -> {
                    start.await();
                    return work.apply(each);
                };
                futures.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
