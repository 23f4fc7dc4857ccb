package org.quanlian.identity.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quanlian.identity.internal.passwords.Argon2Passwords;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.identity.internal.signin.FirstOperatorFile;
import org.quanlian.identity.internal.signin.NodeSignIn;
import org.quanlian.identity.internal.signin.SourceAddresses;
import org.quanlian.identity.internal.tokens.AccessTokens;
import org.quanlian.identity.internal.tokens.Keyring;
import org.quanlian.identity.internal.tokens.TokenAuthenticator;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountAdministration;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.GuessingGuard;
import org.quanlian.vouchers.accounts.GuessingLimits;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.accounts.SignInLimits;
import org.quanlian.vouchers.accounts.Source;

/** A node's identity on a database, with a data directory of its own; several may stand on one database. */
public final class TestNode {
    /** Enough effort to be a hash, and no more. */
    public static final HashingEffort LITTLE = new HashingEffort(64, 1);

    public static final String PASSWORD = "four plain words here";
    public static final AccessTokens.Settings TOKENS =
            new AccessTokens.Settings("https://node.example", "quanlian", Duration.ofMinutes(10));
    public static final SignInLimits SESSIONS = new SignInLimits(Duration.ofHours(8), Duration.ofDays(7));
    public static final Duration KEY_LIFETIME = Duration.ofDays(90);

    public final Store store;
    public final Clock clock;
    public final Ids ids;
    public final Argon2Passwords passwords;
    public final GuessingGuard guard;
    public final LoginSessionKeeper sessions;
    public final OwnAccounts ownAccounts;
    public final AccountAdministration administration;
    public final Keyring keyring;
    public final AccessTokens tokens;
    public final TokenAuthenticator authenticator;
    public final NodeSignIn signIn;
    public final FirstOperatorFile firstOperator;

    public TestNode(TestDatabase database, Clock clock, Path data) {
        this(database, clock, data, LITTLE);
    }

    public TestNode(TestDatabase database, Clock clock, Path data, HashingEffort effort) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        ids = new Ids(clock, random);
        store = database.store(clock);
        passwords = new Argon2Passwords(effort, 4, random);
        guard = new GuessingGuard(clock, GuessingLimits.DEFAULT);
        sessions = new LoginSessionKeeper(clock, ids, random, SESSIONS);
        ownAccounts = new OwnAccounts(clock, ids);
        administration = new AccountAdministration(clock, ids);
        keyring = new Keyring(
                new NodeKeys(data.resolve("keys"), () -> Profile.INTL, clock, random), store, clock, KEY_LIFETIME);
        tokens = new AccessTokens(TOKENS, keyring, clock);
        authenticator = new TokenAuthenticator(tokens, sessions);
        signIn = new NodeSignIn(
                store, passwords, guard, new SourceAddresses(List.of()), sessions, ownAccounts, tokens, authenticator);
        firstOperator = new FirstOperatorFile(store, passwords, new FirstOperator(clock, ids), data, random);
    }

    /** An account that can be used, with {@link #PASSWORD}. */
    public Account account(String login, Role role) {
        return account(login, role, Account.State.ACTIVE);
    }

    public Account account(String login, Role role, Account.State state) {
        Account account = new Account(
                ids.next(),
                login,
                "测试人员",
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state,
                clock.instant(),
                0);
        var hash = passwords.rehash(PASSWORD);
        return store.write(session -> {
            session.accounts().add(account);
            session.accounts().setPassword(account.id(), hash, clock.instant());
            return account;
        });
    }

    public Actor authenticate(String accessToken) {
        return store.read(session -> authenticator.authenticate(session, accessToken));
    }

    public static Source sourceAt(String address) {
        return new Source(address, "");
    }
}
