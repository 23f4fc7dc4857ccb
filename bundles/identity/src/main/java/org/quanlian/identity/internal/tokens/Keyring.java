package org.quanlian.identity.internal.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quanlian.identity.internal.OwnerOnly;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.TokenKeys.TokenKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of this node. A private key never leaves the node's folder; its public key stands in the store, by which the other
 * nodes know the tokens. A key whose row was taken out of the store signs and counts no more.
 */
public final class Keyring {
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
    private static final String PREFIX = "token-";
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final Store store;
    private final Clock clock;
    private final Duration lifetime;
    private Optional<Held> current = Optional.empty();

    /**
     * @param folder where the private keys lie, beside keys of others; it need not exist yet
     * @param lifetime how long a key signs before the next takes its place
     */
    public Keyring(Path folder, Store store, Clock clock, Duration lifetime) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    private record Held(SigningKey key, Instant signsUntil) {}

    /** The key that signs now; a new one when the last has served its time. Must not be asked within a transaction. */
    synchronized SigningKey current() {
        Instant now = clock.instant();
        if (current.filter(held -> now.isBefore(held.signsUntil())).isEmpty()) {
            try {
                OwnerOnly.folder(folder);
                current = Optional.of(load(now).orElseGet(() -> make(now)));
            } catch (IOException e) {
                throw new UncheckedIOException("the keys that sign access tokens can't be read", e);
            }
        }
        return current.orElseThrow().key();
    }

    /** Looks again, the next time, whether the key is still in the store. */
    public synchronized void recheck() {
        current = Optional.empty();
    }

    private Optional<Held> load(Instant now) throws IOException {
        List<Held> good = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                SigningKey key = SigningKey.parse(OwnerOnly.read(file));
                Optional<TokenKey> row =
                        store.read(session -> session.accounts().tokenKeys().find(key.id()));
                if (row.isPresent() && now.isBefore(row.get().signsUntil())) {
                    good.add(new Held(key, row.get().signsUntil()));
                } else {
                    Files.delete(file);
                }
            }
        }
        return good.stream().max(Comparator.comparing(Held::signsUntil));
    }

    private Held make(Instant now) {
        SigningKey key = SigningKey.make();
        Instant signsUntil = now.plus(lifetime);
        try {
            OwnerOnly.write(folder.resolve(PREFIX + key.id() + SUFFIX), key.text());
        } catch (IOException e) {
            throw new UncheckedIOException("a new key that signs access tokens can't be written", e);
        }
        store.write(session -> {
            session.accounts().tokenKeys().add(new TokenKey(key.id(), key.publicText(), now, signsUntil));
            return key;
        });
        LOG.info("access tokens are signed with the new key {} until {}", key.id(), signsUntil);
        return new Held(key, signsUntil);
    }
}
