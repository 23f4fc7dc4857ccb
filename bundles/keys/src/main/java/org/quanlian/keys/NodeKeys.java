package org.quanlian.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.keys.crypto.Aead;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.KeyPairBytes;
import org.quanlian.keys.crypto.SignatureScheme;

/** The keys of this node, outside the database: owner-only files in one folder, made when they are first needed. */
public final class NodeKeys {
    private static final int NAMING_BYTES = 32;

    private final Place place;
    private final Supplier<Profile> profile;

    /**
     * @param folder where the keys are; it need not exist yet
     * @param profile which algorithms a new key is made for, asked each time
     * @param clock tells when a key is made
     * @param random makes keys
     */
    public NodeKeys(Path folder, Supplier<Profile> profile, Clock clock, SecureRandom random) {
        this.place = new Place(folder, clock, random);
        this.profile = profile;
    }

    /** Where keys lie, and what they are made with. */
    record Place(Path folder, Clock clock, SecureRandom random) {}

    /** Where the keys are. */
    public Path folder() {
        return place.folder();
    }

    /** Which algorithms new keys are made for. */
    public Profile profile() {
        return profile.get();
    }

    /**
     * The pairs that sign for a purpose.
     *
     * @throws IllegalArgumentException when nothing is signed for it
     */
    public KeyRing<SigningKey> signing(Purpose purpose) {
        require(purpose, Algorithm.Kind.SIGNATURE);
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                Algorithm algorithm = profile.get().algorithm(purpose);
                KeyPairBytes pair = SignatureScheme.of(algorithm).newPair(place.random());
                return new KeyText(algorithm, Optional.of(created), pair.privateKey(), pair.publicKey());
            }

            @Override
            public SigningKey read(KeyText text, Instant created) {
                return new SigningKey(text.algorithm(), created, new KeyPairBytes(text.secret(), text.publicKey()));
            }
        });
    }

    /**
     * The keys that seal for a purpose.
     *
     * @throws IllegalArgumentException when nothing is sealed for it
     */
    public KeyRing<SealingKey> sealing(Purpose purpose) {
        require(purpose, Algorithm.Kind.SEAL);
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                Algorithm algorithm = profile.get().algorithm(purpose);
                byte[] secret = Aead.of(algorithm).newKey(place.random()).getEncoded();
                return new KeyText(algorithm, Optional.of(created), secret, new byte[0]);
            }

            @Override
            public SealingKey read(KeyText text, Instant created) {
                return new SealingKey(text.algorithm(), created, text.secret());
            }
        });
    }

    /**
     * The key that names for a purpose, in its ring.
     *
     * @throws IllegalArgumentException when nothing is named for it
     */
    public KeyRing<NamingKey> naming(Purpose purpose) {
        require(purpose, Algorithm.Kind.MAC);
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                byte[] secret = new byte[NAMING_BYTES];
                place.random().nextBytes(secret);
                return new KeyText(profile.get().algorithm(purpose), Optional.of(created), secret, new byte[0]);
            }

            @Override
            public NamingKey read(KeyText text, Instant created) {
                return new NamingKey(text.algorithm(), created, text.secret());
            }
        });
    }

    /** The ring of a purpose. */
    public KeyRing<? extends NodeKey> ring(Purpose purpose) {
        return switch (purpose.kind()) {
            case SIGNATURE -> signing(purpose);
            case SEAL -> sealing(purpose);
            case MAC -> naming(purpose);
        };
    }

    /** What may be told of all keys: by purpose, the oldest first. */
    public List<KeyInfo> list() {
        List<KeyInfo> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            List<? extends NodeKey> keys = ring(purpose).all();
            for (int i = 0; i < keys.size(); i++) {
                all.add(info(purpose, keys.get(i), i == keys.size() - 1));
            }
        }
        return List.copyOf(all);
    }

    /** The rotation of a purpose for which there is no more to do than to make a key. */
    public KeyRotation rotation(Purpose purpose) {
        return new KeyRotation() {
            @Override
            public Purpose purpose() {
                return purpose;
            }

            @Override
            public Rotated rotate() {
                KeyRing<? extends NodeKey> ring = ring(purpose);
                Optional<KeyInfo> before = ring.newest().map(key -> info(purpose, key, false));
                return new Rotated(before, info(purpose, ring.renew(), true));
            }
        };
    }

    /** What may be told of a key. */
    public static KeyInfo info(Purpose purpose, NodeKey key, boolean current) {
        return new KeyInfo(purpose, key.id(), key.algorithm(), key.created(), current);
    }

    private static void require(Purpose purpose, Algorithm.Kind kind) {
        if (purpose.kind() != kind) {
            throw new IllegalArgumentException("the keys for " + purpose.word() + " are of another kind");
        }
    }
}
