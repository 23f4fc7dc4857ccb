package org.quanlian.benchmarks.year;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.demo.DemoNode;
import org.quanlian.demo.DemoSize;
import org.quanlian.demo.DemoYear;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.session.JdbcStore;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.VoucherYear;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.Passwords;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.registry.PersonKeys;

/**
 * The voucher year of the demo, played into an empty database by the use cases of the node: where the rows that benchmarks
 * copy come from. Contents of documents are not kept and passwords not hashed, as nothing here measures either.
 */
public final class PlayedYear {
    /** The eve of the deadline of Shanxi 2025, an hour before it (四（三）: 2025-07-15, 17:00). */
    public static final Instant EVE = Instant.parse("2025-07-15T08:00:00Z");

    private static final Instant AFTER_THE_YEAR = Instant.parse("2026-01-05T02:00:00Z");
    private static final long SEED = 2025;

    private final SecureRandom random = new SecureRandom();
    private final StandaloneEngine engine =
            new StandaloneEngine(List.of(new Shanxi2025()), List.of(new HainanShanxi()));
    private final Clock clock;
    private final Dialect dialect;
    private final DataSource source;
    private final Trails trails;

    private PlayedYear(DataSource source, Dialect dialect, Clock clock) {
        this.source = source;
        this.dialect = dialect;
        this.clock = clock;
        this.trails = new Trails(clock, ids(), () -> ChainHash.SHA_256);
    }

    /** Plays the year into an empty database with the node's schema. */
    public static PlayedYear play(DataSource source, Dialect dialect, DemoSize size) {
        PlayedYear year = new PlayedYear(source, dialect, Clock.fixed(AFTER_THE_YEAR, ZoneOffset.UTC));
        year.trails.begin(new Transactions(source, dialect));
        Store store = year.store();
        store.write(session -> new FirstOperator(year.clock, year.ids()).make(session, new PasswordHash("$first")));
        DemoNode node = new DemoNode(store, year.clock, year.engine, year.engine, new NoContents(), new NoPasswords());
        new DemoYear(node).make(SEED, size, (what, done, of) -> {});
        return year;
    }

    /** The same year at another time. */
    public PlayedYear at(Instant now) {
        return new PlayedYear(source, dialect, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The store of the node on it. */
    public Store store() {
        return storeOn(source);
    }

    /** The store of the node on it, by other connections. */
    public Store storeOn(DataSource connections) {
        return new JdbcStore(new Transactions(connections, dialect), ids(), trails);
    }

    /** The use cases of the node. */
    public VoucherYear useCases() {
        return new VoucherYear(new Platform(
                clock, ids(), engine, engine, new NoContents(), new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES])));
    }

    /** Who an account acts as. */
    public Actor actor(String account) {
        return store().<Actor>read(session ->
                session.accounts().find(new Id<>(account)).orElseThrow().actor());
    }

    /** Makes names, which begin with the time of this year's clock. */
    public Ids ids() {
        return new Ids(clock, random);
    }

    private static final class NoContents implements ContentStore {
        @Override
        public DocumentLimits limits() {
            return DocumentLimits.DEFAULT;
        }

        @Override
        public KeptContent keep(InputStream in, Arriving arriving) throws IOException {
            int length = in.readAllBytes().length;
            String digest = "%064x".formatted(length);
            return new KeptContent(digest, DocumentType.PDF, length, digest, digest, arriving.personal());
        }

        @Override
        public InputStream open(KeptContent content) {
            throw new UnsupportedOperationException("no content is kept");
        }

        @Override
        public int sweep(Instant before, Predicate<String> kept) {
            return 0;
        }
    }

    private static final class NoPasswords implements Passwords {
        private static final PasswordHash HASH = new PasswordHash("$benchmark$");

        @Override
        public PasswordHash hash(String login, String password, String field) {
            return HASH;
        }

        @Override
        public PasswordHash hash(OneTimePassword password) {
            return HASH;
        }

        @Override
        public boolean matches(String password, PasswordHash hash) {
            return false;
        }

        @Override
        public boolean outdated(PasswordHash hash) {
            return false;
        }

        @Override
        public PasswordHash decoy() {
            return HASH;
        }
    }
}
