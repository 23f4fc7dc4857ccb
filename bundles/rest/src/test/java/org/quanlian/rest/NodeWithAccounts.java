package org.quanlian.rest;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.identity.internal.NodeIdentity;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.model.Area;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.registry.PersonKeys;

/** A running node on a database, with one account of each role; it hashes passwords with little effort. */
final class NodeWithAccounts implements AutoCloseable {
    /** The password of every account. */
    static final String PASSWORD = "four plain words here";

    private static final Area CITY = new Area("140100");

    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final Store store;
    private final NodeIdentity identity;
    private final RunningNode running;
    private final Map<Role, Account> accounts = new EnumMap<>(Role.class);

    /** @param data the node's data directory */
    NodeWithAccounts(TestDatabase database, Path data) {
        store = database.store(clock);
        identity = new NodeIdentity(
                store,
                clock,
                new SecureRandom(),
                VoucherNode.keys(data, clock),
                data,
                NodeIdentity.Settings.usual(new HashingEffort(64, 1), List.of(), Optional.empty()));
        PasswordHash hash = identity.passwords().rehash(PASSWORD);
        for (Role role : Role.values()) {
            accounts.put(role, add(role, hash));
        }
        StandaloneEngine engine = Engines.shanxi();
        running = new RunningNode(
                new Platform(
                        clock,
                        ids,
                        engine,
                        engine,
                        VoucherNode.contents(data, clock),
                        new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES])),
                () -> Optional.of(new Api.Ports(store, identity.identity())));
    }

    RunningNode running() {
        return running;
    }

    Store store() {
        return store;
    }

    /** The account of a role; that of a role that acts for an organisation acts for one that is not there. */
    Account account(Role role) {
        return accounts.get(role);
    }

    /** A token of a session that begins now, so that what ends sessions ends only this one. */
    String accessToken(Account account) {
        LoginSession session = store.<LoginSession>write(s -> identity.sessions()
                .begin(s, account, LoginSession.Method.PASSWORD)
                .login());
        return identity.tokens().issue(session).text();
    }

    private Account add(Role role, PasswordHash hash) {
        Account account = new Account(
                ids.next(),
                "test-" + ids.next(),
                "测试人员",
                role,
                role.actsForOrganisation() ? Optional.of(ids.next()) : Optional.empty(),
                role == Role.CITY_REVIEWER ? Optional.of(CITY) : Optional.empty(),
                Optional.of("somebody@example.org"),
                Account.State.ACTIVE,
                clock.instant(),
                0);
        return store.write(session -> {
            session.accounts().add(account);
            session.accounts().setPassword(account.id(), hash, clock.instant());
            return account;
        });
    }

    @Override
    public void close() {
        running.close();
    }
}
