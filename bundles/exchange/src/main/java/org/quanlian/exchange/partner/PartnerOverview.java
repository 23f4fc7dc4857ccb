package org.quanlian.exchange.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.model.ChinaTime;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** How this node and its partners stand, and what ends soon (伙伴总览). */
public final class PartnerOverview {
    /** How long before something ends people are warned. */
    public static final Duration WARN_BEFORE = Duration.ofDays(30);

    private final Store store;
    private final Clock clock;
    private final NodeCredentials own;

    /**
     * @param store where partners are kept
     * @param clock tells the time
     * @param own who this node is
     */
    public PartnerOverview(Store store, Clock clock, NodeCredentials own) {
        this.store = store;
        this.clock = clock;
        this.own = own;
    }

    /**
     * How a partner stands.
     *
     * @param partner the partner
     * @param certificates its certificates, the oldest first
     */
    public record Standing(PartnerRecord partner, List<CertificateStanding> certificates) {
        public Standing {
            Objects.requireNonNull(partner, "partner");
            certificates = List.copyOf(certificates);
        }
    }

    /** All partners that are ones still, by their provinces. */
    public List<Standing> partners() {
        Instant now = clock.instant();
        return store.<List<Standing>>read(session -> session.exchange().partners().all().stream()
                .filter(PartnerRecord::active)
                .map(partner -> new Standing(
                        partner,
                        session.exchange().partners().certificates(partner.province()).stream()
                                .map(each -> CertificateStanding.of(each, now))
                                .toList()))
                .toList());
    }

    /** What ends within {@link #WARN_BEFORE}, or has ended, with what to do. */
    public List<LocalizedText> warnings() {
        Instant now = clock.instant();
        List<LocalizedText> warnings = new ArrayList<>();
        for (Use use : Use.values()) {
            ownWarning(use, now).ifPresent(warnings::add);
        }
        for (Standing standing : partners()) {
            for (Use use : Use.values()) {
                partnerWarning(standing, use, now).ifPresent(warnings::add);
            }
            LocalDate last = standing.partner().validity().until();
            if (!ChinaTime.dateOf(now.plus(WARN_BEFORE)).isBefore(last)) {
                warnings.add(
                        PartnerTexts.of("warning.agreement", standing.partner().province(), last));
            }
        }
        return List.copyOf(warnings);
    }

    private Optional<LocalizedText> ownWarning(Use use, Instant now) {
        try {
            List<Credential> shown = own.shown(use);
            Credential last = shown.get(shown.size() - 1);
            return isSoon(last.until(), now)
                    ? Optional.of(PartnerTexts.of("warning.own", use, last.until()))
                    : Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.text());
        }
    }

    private static Optional<LocalizedText> partnerWarning(Standing standing, Use use, Instant now) {
        PartnerRecord partner = standing.partner();
        Optional<Instant> last = standing.certificates().stream()
                .filter(each -> each.kept().use() == use && each.believed())
                .map(CertificateStanding::until)
                .max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return Optional.of(PartnerTexts.of("warning.partner-none", partner.province(), use));
        }
        return last.filter(until -> isSoon(until, now))
                .map(until -> PartnerTexts.of("warning.partner", partner.province(), use, until));
    }

    private static boolean isSoon(Instant until, Instant now) {
        return !until.isAfter(now.plus(WARN_BEFORE));
    }
}
