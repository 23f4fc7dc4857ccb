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
import org.quanlian.keys.crypto.EcAgreement;
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
     * @throws IllegalArgumentException when nothing is signed for it, or with certificates
     */
    public KeyRing<SigningKey> signing(Purpose purpose) {
        require(purpose, Algorithm.Kind.SIGNATURE);
        if (purpose.certified()) {
            throw new IllegalArgumentException("the keys for " + purpose.word() + " have certificates");
        }
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                Algorithm algorithm = profile.get().algorithm(purpose);
                KeyPairBytes pair = SignatureScheme.of(algorithm).newPair(place.random());
                return new KeyText(algorithm, Optional.of(created), pair, new byte[0]);
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
                return new KeyText(algorithm, Optional.of(created), secret);
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
                return new KeyText(profile.get().algorithm(purpose), Optional.of(created), secret);
            }

            @Override
            public NamingKey read(KeyText text, Instant created) {
                return new NamingKey(text.algorithm(), created, text.secret());
            }
        });
    }

    /**
     * The pairs for a purpose that others know by certificates.
     *
     * @param certifier makes the certificate of a new pair
     * @throws IllegalArgumentException when there are no certificates for it
     */
    public KeyRing<CertifiedKey> certified(Purpose purpose, CertifiedKey.Certifier certifier) {
        if (!purpose.certified()) {
            throw new IllegalArgumentException("the keys for " + purpose.word() + " have no certificates");
        }
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                Algorithm algorithm = profile.get().algorithm(purpose);
                KeyPairBytes pair = SignatureScheme.of(algorithm).newPair(place.random());
                return new KeyText(algorithm, Optional.of(created), pair, certifier.certificate(algorithm, pair));
            }

            @Override
            public CertifiedKey read(KeyText text, Instant created) {
                return new CertifiedKey(
                        text.algorithm(),
                        created,
                        new KeyPairBytes(text.secret(), text.publicKey()),
                        text.certificate());
            }
        });
    }

    /**
     * The pairs by which secrets are agreed on.
     *
     * @throws IllegalArgumentException when none are for that purpose
     */
    public KeyRing<AgreementKey> agreeing(Purpose purpose) {
        require(purpose, Algorithm.Kind.AGREEMENT);
        return new KeyRing<>(place, purpose, new KeyRing.Form<>() {
            @Override
            public KeyText fresh(Instant created) {
                Algorithm algorithm = profile.get().algorithm(purpose);
                KeyPairBytes pair = EcAgreement.of(algorithm).newPair(place.random());
                return new KeyText(algorithm, Optional.of(created), pair, new byte[0]);
            }

            @Override
            public AgreementKey read(KeyText text, Instant created) {
                return new AgreementKey(text.algorithm(), created, new KeyPairBytes(text.secret(), text.publicKey()));
            }
        });
    }

    /** The ring of a purpose; no key can be made in one whose keys have certificates. */
    public KeyRing<? extends NodeKey> ring(Purpose purpose) {
        if (purpose.certified()) {
            return certified(purpose, (algorithm, pair) -> {
                throw new KeyException("keys for " + purpose.word()
                        + " are made where partners are told of them: ./quanlian partner rotate");
            });
        }
        return switch (purpose.kind()) {
            case SIGNATURE -> signing(purpose);
            case AGREEMENT -> agreeing(purpose);
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
                // Of those with certificates, a newer one works when partners know it.
                all.add(info(purpose, keys.get(i), i == keys.size() - 1 && !purpose.certified()));
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
