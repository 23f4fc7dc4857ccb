package org.quanlian.exchange.partner;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.model.Area;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.quanlian.vouchers.exchange.Partners;

/** What a newer file changes in the certificates that are believed. */
final class CertificateUpdate {
    /** How long a certificate is believed that a newer file shows no more: what it signed may be on its way. */
    static final Duration BELIEVED_AFTER = Duration.ofDays(30);

    private final Partners kept;
    private final Area province;
    private final PartnerDescriptor descriptor;
    private final Instant now;
    private final List<PartnerCertificate> before;
    private final Map<String, PartnerCertificate> shown = new HashMap<>();

    CertificateUpdate(Partners kept, PartnerDescriptor descriptor, Instant now) {
        this.kept = kept;
        this.province = descriptor.node().province();
        this.descriptor = descriptor;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.before = List.copyOf(kept.certificates(province));
        show(Use.SIGNATURE, descriptor.certificates());
        show(Use.TRANSPORT, descriptor.transport());
    }

    /** Each certificate of a file signed it; one of them must be believed already. */
    void requireKnownSigner() {
        boolean known = before.stream()
                .anyMatch(each ->
                        each.use() == Use.SIGNATURE && each.believedAt(now) && shown.containsKey(each.fingerprint()));
        if (!known) {
            throw PartnerTexts.refused(Kind.CONFLICT, "partner.signer", province);
        }
    }

    /** A file that was made before a certificate came that it does not show is an older one that somebody sends again. */
    void requireNewer() {
        before.stream()
                .filter(each -> each.revokedAt().isEmpty() && !shown.containsKey(each.fingerprint()))
                .filter(each -> each.addedAt().isAfter(descriptor.madeAt()))
                .findFirst()
                .ifPresent(each -> {
                    throw PartnerTexts.refused(
                            Kind.CONFLICT, "partner.older", descriptor.madeAt(), each.fingerprint(), each.addedAt());
                });
    }

    /**
     * Adds what is new, and ends what is shown no more.
     *
     * @param overlap whether that is believed for a while yet; not when the partner was introduced anew
     */
    void write(boolean overlap) {
        Set<String> known = new HashSet<>();
        for (PartnerCertificate each : before) {
            known.add(each.fingerprint());
            if (each.revokedAt().isPresent()) {
                if (shown.containsKey(each.fingerprint())) {
                    throw PartnerTexts.refused(Kind.CONFLICT, "partner.revoked", each.fingerprint());
                }
            } else if (!shown.containsKey(each.fingerprint())) {
                kept.revoke(province, each.fingerprint(), overlap ? now.plus(BELIEVED_AFTER) : now);
            }
        }
        List<PartnerCertificate> added = new ArrayList<>(shown.values());
        added.removeIf(each -> known.contains(each.fingerprint()));
        added.forEach(kept::add);
    }

    private void show(Use use, List<X509Certificate> certificates) {
        for (X509Certificate each : certificates) {
            String fingerprint = Certificates.fingerprint(each);
            shown.put(
                    fingerprint,
                    new PartnerCertificate(province, use, fingerprint, Certificates.pem(each), now, Optional.empty()));
        }
    }
}
