package org.quanlian.identity.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.keys.KeyRing;
import org.quanlian.keys.KeyRotation;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.SigningKey;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.TokenKeys.TokenKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign access tokens. A private key never leaves the node's folder; its public key stands in the store, by which
 * the other nodes know the tokens. A key whose row was taken out of the store signs and counts no more.
 */
public final class Keyring implements KeyRotation {
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private final KeyRing<SigningKey> ring;
    private final Store store;
    private final Clock clock;
    private final Duration lifetime;
    private Optional<Held> current = Optional.empty();

    /**
     * @param keys the keys of the node
     * @param lifetime how long a key signs before the next takes its place
     */
    public Keyring(NodeKeys keys, Store store, Clock clock, Duration lifetime) {
        this.ring = keys.signing(Purpose.ACCESS_TOKENS);
        this.store = store;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    private record Held(SigningKey key, Instant signsUntil) {}

    /** The key that signs now; a new one when the last has served its time. Must not be asked within a transaction. */
    synchronized SigningKey current() {
        Instant now = clock.instant();
        if (current.filter(held -> now.isBefore(held.signsUntil())).isEmpty()) {
            current = Optional.of(load(now).orElseGet(() -> make(now)));
        }
        return current.orElseThrow().key();
    }

    /** Looks again, the next time, whether the key is still in the store. */
    public synchronized void recheck() {
        current = Optional.empty();
    }

    @Override
    public Purpose purpose() {
        return Purpose.ACCESS_TOKENS;
    }

    /** The old key signs no more on this node; the tokens that it signed are good as long as they would have been. */
    @Override
    public synchronized Rotated rotate() {
        Instant now = clock.instant();
        Optional<Held> before = load(now);
        Held made = make(now);
        current = Optional.of(made);
        return new Rotated(
                before.map(held -> NodeKeys.info(purpose(), held.key(), false)),
                NodeKeys.info(purpose(), made.key(), true));
    }

    private Optional<Held> load(Instant now) {
        Optional<Held> best = Optional.empty();
        for (SigningKey key : ring.all()) {
            Optional<TokenKey> row =
                    store.read(session -> session.accounts().tokenKeys().find(key.id()));
            if (row.isEmpty() || !now.isBefore(row.get().signsUntil())) {
                ring.forget(key.id());
                continue;
            }
            Instant until = row.get().signsUntil();
            // Of two that serve as long the newer one, which comes later.
            if (best.filter(held -> held.signsUntil().isAfter(until)).isEmpty()) {
                best = Optional.of(new Held(key, until));
            }
        }
        return best;
    }

    private Held make(Instant now) {
        SigningKey key = ring.renew();
        Instant signsUntil = now.plus(lifetime);
        store.write(session -> {
            session.accounts()
                    .tokenKeys()
                    .add(new TokenKey(key.id(), key.verification().text(), now, signsUntil));
            return key;
        });
        LOG.info("access tokens are signed with the new key {} until {}", key.id(), signsUntil);
        return new Held(key, signsUntil);
    }
}
