package org.quanlian.demo;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.VoucherYear;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.Passwords;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.registry.PersonKeys;

/** An empty node on a database: the real store and the real policy; passwords and contents are only told apart. */
final class TestNode {
    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final StandaloneEngine engine = new StandaloneEngine(List.of(new Shanxi2025()), List.of());
    private final ContentStore contents = new DigestsAlone();

    TestNode(TestDatabase database, Clock clock) {
        this.clock = clock;
        store = database.store(clock);
        ids = new Ids(clock, new SecureRandom());
        store.write(session -> new FirstOperator(clock, ids).make(session, new PasswordHash("$first")));
    }

    Store store() {
        return store;
    }

    DemoNode demo() {
        return new DemoNode(store, clock, engine, engine, contents, new PlainPasswords());
    }

    VoucherYear year() {
        return new VoucherYear(
                new Platform(clock, ids, engine, engine, contents, new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES])));
    }

    VoucherClaim claim(Id<VoucherClaim> id) {
        return store.<VoucherClaim>read(session -> session.claims().find(id).orElseThrow());
    }

    Actor actor(Role role) {
        return new Actor(ids.next(), "示例", role, Optional.empty(), Optional.empty());
    }

    private static final class DigestsAlone implements ContentStore {
        @Override
        public DocumentLimits limits() {
            return DocumentLimits.DEFAULT;
        }

        @Override
        public KeptContent keep(InputStream in, Arriving arriving) throws IOException {
            byte[] bytes = in.readAllBytes();
            String digest = "%064x".formatted(java.util.Arrays.hashCode(bytes) & 0xffffffffL);
            return new KeptContent(digest, DocumentType.PDF, bytes.length, digest, digest, arriving.personal());
        }

        @Override
        public InputStream open(KeptContent content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int sweep(Instant before, Predicate<String> kept) {
            return 0;
        }
    }

    private static final class PlainPasswords implements Passwords {
        @Override
        public PasswordHash hash(String login, String password, String field) {
            return new PasswordHash("$test$" + password);
        }

        @Override
        public PasswordHash hash(OneTimePassword password) {
            return hash("", password.value(), "");
        }

        @Override
        public boolean matches(String password, PasswordHash hash) {
            return hash.encoded().equals("$test$" + password);
        }

        @Override
        public boolean outdated(PasswordHash hash) {
            return false;
        }

        @Override
        public PasswordHash decoy() {
            return hash("", "", "");
        }
    }
}
