package org.quanlian.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.identity.internal.TestClock;
import org.quanlian.identity.internal.TestNode;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.ProviderSignIn;
import org.quanlian.vouchers.accounts.ProviderSignIn.Departure;
import org.quanlian.vouchers.accounts.SignIn.Tokens;

@EachDatabase
class OidcSignInTest {
    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final TestDatabase database;
    private TestNode node;
    private TestProvider provider;
    private ProviderSignIn signIn;
    private Account account;

    OidcSignInTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        provider = new TestProvider(clock);
        node = new TestNode(database, clock, data);
        signIn = on(node, "preferred_username");
        account = node.account("expert-" + node.ids.next(), Role.EXPERT);
        provider.subject = "subject-" + account.id();
        provider.claims = Map.of("preferred_username", account.login());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void shouldLogIn_whenTheProviderNamesTheAccount() {
        Tokens tokens = logIn();

        assertThat(node.authenticate(tokens.accessToken())).isEqualTo(account.actor());
        assertThat(tokens.mustSetPassword()).isFalse();
    }

    @Test
    void shouldNeedNoPassword_whenTheAccountHasAOneTimePasswordOnly() {
        Account fresh = node.account("fresh-" + node.ids.next(), Role.EXPERT, Account.State.PASSWORD_EXPIRED);
        provider.subject = "subject-" + fresh.id();
        provider.claims = Map.of("preferred_username", fresh.login());

        assertThat(node.authenticate(logIn().accessToken())).isEqualTo(fresh.actor());
    }

    @Test
    void shouldGoBySubject_whenItWasLinkedBefore() {
        logIn();
        provider.claims = Map.of("preferred_username", "renamed");
        assertThat(logIn().account().id()).isEqualTo(account.id());

        // Somebody else who took over the name there gets nothing here.
        provider.subject = "another-" + account.id();
        provider.claims = Map.of("preferred_username", account.login());
        assertThatThrownBy(this::logIn)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("account.linked"));
    }

    @Test
    void shouldRefuse_whenNobodyHasSuchAnAccountOrItIsDisabled() {
        provider.claims = Map.of("preferred_username", "nobody");
        assertRefused(this::logIn);
        provider.claims = Map.of();
        assertRefused(this::logIn);

        Account disabled = node.account("gone-" + node.ids.next(), Role.EXPERT, Account.State.DISABLED);
        provider.claims = Map.of("preferred_username", disabled.login());
        assertRefused(this::logIn);
    }

    @Test
    void shouldRefuse_whenTheMailAddressWasNotVerified() {
        Account mailed = node.account(node.ids.next() + "@example.org", Role.EXPERT);
        provider.subject = "subject-" + mailed.id();
        signIn = on(node, "email");
        provider.claims = Map.of("email", mailed.login(), "email_verified", false);
        assertRefused(this::logIn);
        provider.claims = Map.of("email", mailed.login());
        assertRefused(this::logIn);

        provider.claims = Map.of("email", mailed.login(), "email_verified", true);
        assertThat(logIn().account().id()).isEqualTo(mailed.id());
    }

    @Test
    void shouldFinishOnAnotherNode_whenTheLoginBeganOnThisOne(@TempDir Path otherData) {
        ProviderSignIn other = on(new TestNode(database, clock, otherData), "preferred_username");
        Departure departure = signIn.depart();
        Map<String, String> back = provider.authorize(departure.provider());

        assertThat(other.arrive(back.get("state"), back.get("code"), departure.browser())
                        .account()
                        .id())
                .isEqualTo(account.id());
    }

    @Test
    void shouldRefuse_whenALoginIsFinishedTwiceOrTooLateOrInAnotherBrowser() {
        Departure departure = signIn.depart();
        Map<String, String> back = provider.authorize(departure.provider());
        signIn.arrive(back.get("state"), back.get("code"), departure.browser());
        assertRefused(() -> signIn.arrive(back.get("state"), back.get("code"), departure.browser()));

        Departure late = signIn.depart();
        Map<String, String> lateBack = provider.authorize(late.provider());
        clock.advance(Duration.ofMinutes(10));
        assertRefused(() -> signIn.arrive(lateBack.get("state"), lateBack.get("code"), late.browser()));

        Departure stolen = signIn.depart();
        Map<String, String> stolenBack = provider.authorize(stolen.provider());
        assertRefused(() -> signIn.arrive(stolenBack.get("state"), stolenBack.get("code"), "another browser"));
        assertRefused(() -> signIn.arrive(stolenBack.get("state"), stolenBack.get("code"), stolen.browser()));
        assertRefused(() -> signIn.arrive("", "", ""));
    }

    @Test
    void shouldAskWithStateNonceAndChallenge() {
        Map<String, String> query = TestProvider.query(signIn.depart().provider());

        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", "http://127.0.0.1/api/v1/oidc/callback");
        assertThat(query.get("state")).hasSize(43);
        assertThat(query.get("nonce")).hasSize(43).isNotEqualTo(query.get("state"));
        assertThat(query.get("code_challenge")).hasSize(43);
    }

    @ParameterizedTest
    @EnumSource(TestProvider.Forgery.class)
    void shouldRefuse_whenTheTokenOfTheProviderIsNotAsItMustBe(TestProvider.Forgery forgery) {
        provider.forgery = Optional.of(forgery);

        assertRefused(this::logIn);
    }

    @Test
    void shouldTakeTheNewKey_whenTheProviderHasChangedIt() {
        logIn();
        provider.changeKey();

        assertThat(logIn().account().id()).isEqualTo(account.id());
    }

    @Test
    void shouldTakeAnElliptic_whenTheProviderSignsWithOne() {
        provider.signWithEllipticCurve();

        assertThat(logIn().account().id()).isEqualTo(account.id());
    }

    @Test
    void shouldSayThatThereIsNone_whenNoProviderIsConfigured() {
        assertThatThrownBy(() -> OidcSignIn.off().depart())
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("oidc.off"));
    }

    @Test
    void shouldRefuseSettings_whenTheyWouldSendSecretsInTheClear() {
        URI clear = URI.create("http://login.example");
        URI good = URI.create("https://node.example/api/v1/oidc/callback");

        assertThatThrownBy(() -> new OidcSettings(clear, "node", "", good, "sub", "openid"))
                .hasMessageContaining("oidc.issuer");
        assertThatThrownBy(() -> new OidcSettings(good, "node", "", clear, "sub", "openid"))
                .hasMessageContaining("oidc.redirect");
        assertThatThrownBy(() -> new OidcSettings(good, "node", "", good, "sub", "profile"))
                .hasMessageContaining("openid");
    }

    private Tokens logIn() {
        Departure departure = signIn.depart();
        Map<String, String> back = provider.authorize(departure.provider());
        return signIn.arrive(back.get("state"), back.get("code"), departure.browser());
    }

    private ProviderSignIn on(TestNode at, String claim) {
        return new OidcSignIn(
                new OidcSettings(
                        provider.issuer(),
                        TestProvider.CLIENT,
                        TestProvider.SECRET,
                        URI.create("http://127.0.0.1/api/v1/oidc/callback"),
                        claim,
                        "openid profile"),
                at.store,
                clock,
                new SecureRandom(),
                at.sessions,
                at.signIn);
    }

    private static void assertRefused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                .isEqualTo("oidc.refused"));
    }
}
