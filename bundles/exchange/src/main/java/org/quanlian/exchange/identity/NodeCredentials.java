package org.quanlian.exchange.identity;

import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.CertificateMaker;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.keys.AgreementKey;
import org.quanlian.keys.CertifiedKey;
import org.quanlian.keys.KeyRing;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.KeyPairBytes;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/**
 * The keys by which partners know this node. A new key is shown at once and works only after an overlap: until then partners
 * learn of it, and what is signed and connected by the old one is believed by all.
 */
public final class NodeCredentials {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(NodeCredentials.class);

    private final NodeKeys keys;
    private final NodeName node;
    private final Clock clock;
    private final Periods periods;
    private final CertificateMaker maker;
    private final Map<Use, Held> held = new EnumMap<>(Use.class);

    /**
     * @param keys where keys lie
     * @param node who this node is
     * @param clock tells the node's time
     * @param periods how long certificates are good, and overlap
     * @param random makes serial numbers
     */
    public NodeCredentials(NodeKeys keys, NodeName node, Clock clock, Periods periods, SecureRandom random) {
        this.keys = keys;
        this.node = node;
        this.clock = clock;
        this.periods = periods;
        this.maker = new CertificateMaker(random);
    }

    /**
     * How long keys are what.
     *
     * @param validity how long a certificate is good
     * @param overlap how long after it was made a new key begins to work
     */
    public record Periods(Duration validity, Duration overlap) {
        public Periods {
            if (overlap.isNegative() || overlap.compareTo(validity) >= 0) {
                throw new IllegalArgumentException("the overlap is shorter than what a certificate is good for");
            }
        }
    }

    /** Key files, as they were when they were last read. */
    private record Held(Instant readAt, List<Credential> credentials) {
        /** Reading them for each signature would cost as much as the signature. */
        static final Duration BELIEVED = Duration.ofSeconds(2);

        boolean isFresh(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(BELIEVED));
        }
    }

    /** Who this node is. */
    public NodeName node() {
        return node;
    }

    /** By what this node agrees with others on secrets. */
    public AgreementKey agreement() {
        return keys.agreeing(Purpose.EXCHANGE_SECRETS).current();
    }

    /** Signs with the key that works now. */
    public MessageSigner signer() {
        return signer(working(Use.SIGNATURE));
    }

    /** Signs with a key. */
    public MessageSigner signer(Credential credential) {
        return new MessageSigner(credential.identity(), clock);
    }

    /**
     * The key that works; made when there is none.
     *
     * @throws RefusedException {@code own.ended} when there are keys, and none is good any more
     */
    public Credential working(Use use) {
        return shown(use).get(0);
    }

    /**
     * The key that works, and behind it the one that will.
     *
     * @throws RefusedException as {@link #working}
     */
    public List<Credential> shown(Use use) {
        Instant now = clock.instant();
        List<Credential> all = all(use);
        if (all.isEmpty()) {
            make(use);
            all = all(use);
        }
        List<Credential> good = all.stream().filter(each -> each.isGood(now)).toList();
        if (good.isEmpty()) {
            throw TEXTS.refused(
                    Kind.CONFLICT, "own.ended", use, all.get(all.size() - 1).until());
        }
        int works = 0;
        for (int i = 1; i < good.size(); i++) {
            if (!now.isBefore(worksFrom(good.get(i)))) {
                works = i;
            }
        }
        return good.subList(works, good.size());
    }

    /** From when on a key works that took the place of another. */
    public Instant worksFrom(Credential credential) {
        return credential.madeAt().plus(periods.overlap());
    }

    /**
     * Makes the key that will work after the overlap; those that worked before the present one are taken away.
     *
     * @return the new one
     * @throws RefusedException {@code own.rotating} when there is one that does not work yet
     */
    public synchronized Credential rotate(Use use) {
        List<Credential> all = all(use);
        Instant now = clock.instant();
        boolean none = all.stream().noneMatch(each -> each.isGood(now));
        List<Credential> shown = none ? List.of() : shown(use);
        if (shown.size() > 1) {
            throw TEXTS.refused(
                    Kind.CONFLICT, "own.rotating", use, shown.get(1).fingerprint(), worksFrom(shown.get(1)));
        }
        Credential made = make(use);
        all.stream().filter(each -> !shown.contains(each)).forEach(each -> ring(use)
                .forget(each.key().id()));
        held.remove(use);
        return made;
    }

    /**
     * Takes a key away, because somebody else may have it: it signs and connects no more, and the next one works at once.
     *
     * @return what it was; empty when no key has such a certificate
     */
    public synchronized Optional<Credential> retire(String fingerprint) {
        for (Use use : Use.values()) {
            for (Credential each : all(use)) {
                if (each.fingerprint().equals(fingerprint)) {
                    ring(use).forget(each.key().id());
                    held.remove(use);
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private synchronized List<Credential> all(Use use) {
        Instant now = clock.instant();
        Held before = held.get(use);
        if (before == null || !before.isFresh(now)) {
            List<Credential> read = new ArrayList<>();
            ring(use).all().forEach(key -> read.add(Credential.of(use, key)));
            read.sort(Comparator.comparing(Credential::madeAt)
                    .thenComparing(each -> each.key().created()));
            before = new Held(now, List.copyOf(read));
            held.put(use, before);
        }
        return before.credentials();
    }

    private synchronized Credential make(Use use) {
        Credential made = Credential.of(use, ring(use).renew());
        held.remove(use);
        return made;
    }

    private KeyRing<CertifiedKey> ring(Use use) {
        return switch (use) {
            case SIGNATURE -> keys.certified(
                    Purpose.EXCHANGE_MESSAGES, (algorithm, pair) -> certificate(use, algorithm, pair));
            case TRANSPORT -> keys.certified(
                    Purpose.EXCHANGE_CONNECTIONS, (algorithm, pair) -> certificate(use, algorithm, pair));
        };
    }

    private byte[] certificate(Use use, Algorithm algorithm, KeyPairBytes pair) {
        // Certificates tell whole seconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return maker.make(
                            use,
                            algorithm == Algorithm.SM2 ? Profile.GM : Profile.INTL,
                            pair.privateKey(),
                            pair.publicKey(),
                            node,
                            now.minus(Credential.HEAD_START),
                            now.plus(periods.validity()))
                    .getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made has bytes", e);
        }
    }
}
