package org.quanlian.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quanlian.identity.internal.NodeIdentity;
import org.quanlian.identity.internal.passwords.HashingEffort;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.store.internal.files.FileContents;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.Authenticator;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.audit.Who;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.registry.PersonKeys;

/**
 * A running node with the voucher year on the store that the distribution runs, Derby, with the real engine and Shanxi
 * 2025. Whoever sends an account's name as a token is that account. Tests share one node ({@link Shared}), so each makes
 * accounts and things of its own.
 */
final class VoucherNode implements AutoCloseable {
    private final TestDatabase database;
    private final boolean ownDatabase;
    private final Path folder;
    private final Store store;
    private final TestAccounts accounts;
    private final RunningNode node;

    /** @param clock tells the node's time */
    VoucherNode(Clock clock) {
        this(clock, RequestLimits.DEFAULT);
    }

    /**
     * @param clock tells the node's time
     * @param limits how much the node lets in
     */
    VoucherNode(Clock clock, RequestLimits limits) {
        this(TestDatabase.derby(), true, clock, limits, UnaryOperator.identity());
    }

    /**
     * A node on a database that is another's to close.
     *
     * @param clock tells the node's time
     */
    VoucherNode(TestDatabase database, Clock clock) {
        this(database, clock, UnaryOperator.identity());
    }

    /**
     * A node whose requests come to the store by something that may stand in between.
     *
     * @param between makes it of the store
     */
    VoucherNode(TestDatabase database, Clock clock, UnaryOperator<Store> between) {
        this(database, false, clock, RequestLimits.DEFAULT, between);
    }

    private VoucherNode(
            TestDatabase database,
            boolean ownDatabase,
            Clock clock,
            RequestLimits limits,
            UnaryOperator<Store> between) {
        this.database = database;
        this.ownDatabase = ownDatabase;
        store = database.store(clock);
        try {
            folder = Files.createTempDirectory("voucher-node");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accounts = new TestAccounts(store, clock);
        StandaloneEngine engine = Engines.shanxi();
        Identity real = new NodeIdentity(
                        store,
                        clock,
                        new SecureRandom(),
                        keys(folder, clock),
                        folder,
                        NodeIdentity.Settings.usual(new HashingEffort(64, 1), List.of(), Optional.empty()))
                .identity();
        Authenticator byName = (session, token) -> {
            if (token.length() > Id.LENGTH) {
                return real.authenticator().authenticate(session, token);
            }
            Actor actor = session.accounts()
                    .find(new Id<Account>(token))
                    .orElseThrow(() -> ProblemException.of(ProblemKind.UNAUTHENTICATED))
                    .actor();
            session.audit().by(Who.of(actor));
            return actor;
        };
        Api.Ports ports = new Api.Ports(
                between.apply(store),
                new Identity(byName, real.signIn(), real.provider(), real.passwords(), real.addresses()));
        node = new RunningNode(
                new Platform(
                        clock,
                        new Ids(clock, new SecureRandom()),
                        engine,
                        engine,
                        contents(folder, clock),
                        new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES])),
                () -> Optional.of(ports),
                limits);
    }

    /** Where the contents of documents lie. */
    Path folder() {
        return folder;
    }

    /** The node, for requests of nobody. */
    RunningNode node() {
        return node;
    }

    /** What the store of the node is kept in. */
    TestDatabase database() {
        return database;
    }

    /** What the node keeps. */
    Store store() {
        return store;
    }

    /** Makes accounts. */
    TestAccounts accounts() {
        return accounts;
    }

    /** Gets something as an account. */
    HttpResponse<String> get(Account as, String path, String... headers) {
        return send("GET", as, path, HttpRequest.BodyPublishers.noBody(), List.of(headers));
    }

    /** Gets a file as an account. */
    HttpResponse<byte[]> file(Account as, String path) {
        return node.file(path, "Authorization", "Bearer " + as.id());
    }

    /** Posts JSON as an account. */
    HttpResponse<String> post(Account as, String path, String json, String... headers) {
        return sendJson("POST", as, path, json, headers);
    }

    /** Posts a file as an account. */
    HttpResponse<String> upload(Account as, String path, byte[] file, String... headers) {
        return send("POST", as, path, HttpRequest.BodyPublishers.ofByteArray(file), List.of(headers));
    }

    /** Sends JSON as an account. */
    HttpResponse<String> sendJson(String method, Account as, String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send(
                method, as, path, HttpRequest.BodyPublishers.ofByteArray(json.getBytes(StandardCharsets.UTF_8)), all);
    }

    @Override
    public void close() {
        node.close();
        if (ownDatabase) {
            database.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a node, in its folder. */
    static NodeKeys keys(Path folder, Clock clock) {
        return new NodeKeys(folder.resolve("keys"), () -> Profile.INTL, clock, new SecureRandom());
    }

    /** Contents of documents in a folder, with their keys. */
    static ContentStore contents(Path folder, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new FileContents(folder.resolve("documents"), DocumentLimits.DEFAULT, keys(folder, clock), random);
    }

    private HttpResponse<String> send(
            String method, Account as, String path, HttpRequest.BodyPublisher body, List<String> headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + as.id()));
        all.addAll(headers);
        return node.send(method, path, body, all.toArray(String[]::new));
    }

    /** Gives tests one such node, started once and stopped after the last test. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == VoucherNode.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            VoucherNode.class, key -> new VoucherNode(new TickingClock()), VoucherNode.class);
        }
    }
}
