package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.quanlian.vouchers.exchange.PartnerCertificate;

/**
 * How a certificate stands at a time (证书状态).
 *
 * @param kept the certificate of a partner
 * @param state whether it is believed
 * @param until until when it is believed, or was
 * @param daysLeft whole days until then; 0 on the last one and after it
 */
public record CertificateStanding(PartnerCertificate kept, State state, Instant until, long daysLeft) {
    /** Whether it is believed. */
    public enum State {
        /** It is. */
        BELIEVED,
        /** It is until a day, because the partner replaced it. */
        ENDING,
        /** It was revoked. */
        REVOKED,
        /** Its period is over. */
        ENDED,
        /** Its period has not begun. */
        EARLY
    }

    public CertificateStanding {
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(until, "until");
    }

    static CertificateStanding of(PartnerCertificate kept, Instant now) {
        X509Certificate certificate = PartnerBook.read(kept);
        Instant end = certificate.getNotAfter().toInstant();
        Instant until = kept.revokedAt().filter(end::isAfter).orElse(end);
        return new CertificateStanding(kept, state(kept, certificate, now), until, daysUntil(until, now));
    }

    static long daysUntil(Instant until, Instant now) {
        return Math.max(0, Duration.between(now, until).toDays());
    }

    /** Whether it is believed now. */
    public boolean believed() {
        return state == State.BELIEVED || state == State.ENDING;
    }

    private static State state(PartnerCertificate kept, X509Certificate certificate, Instant now) {
        if (!kept.believedAt(now)) {
            return State.REVOKED;
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return State.ENDED;
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return State.EARLY;
        }
        return kept.revokedAt().isPresent() ? State.ENDING : State.BELIEVED;
    }
}
