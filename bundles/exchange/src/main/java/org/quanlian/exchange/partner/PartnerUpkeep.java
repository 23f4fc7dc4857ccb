package org.quanlian.exchange.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.Partners;

/** What people do to partners that are there (伙伴维护). */
public final class PartnerUpkeep {
    /** As much of a fingerprint as must be told, so that it is not another's by chance. */
    public static final int LEAST_DIGITS = 8;

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{" + LEAST_DIGITS + ",64}");

    private final Store store;
    private final Clock clock;

    /**
     * @param store where partners are kept
     * @param clock tells the time
     */
    public PartnerUpkeep(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A certificate that is believed no more.
     *
     * @param certificate what it was
     * @param left how many of the partner's certificates for the same use are believed yet
     */
    public record Revoked(PartnerCertificate certificate, long left) {
        public Revoked {
            Objects.requireNonNull(certificate, "certificate");
        }
    }

    /**
     * Believes nothing any more that a certificate signed or connects, from now on and for good.
     *
     * @param digits its fingerprint or the beginning of it, at least {@value #LEAST_DIGITS} hexadecimal digits; blanks and
     *     colons don't matter
     * @throws RefusedException {@code partner.unknown}, {@code certificate.digits}, {@code certificate.unknown}, {@code
     *     certificate.ambiguous}, {@code certificate.revoked}
     */
    public Revoked revoke(Area province, String digits) {
        return store.<Revoked>write(session -> {
            Partners kept = session.exchange().partners();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            require(kept, province);
            List<PartnerCertificate> all = kept.certificates(province);
            PartnerCertificate certificate = only(all, province, digits);
            if (!kept.revoke(province, certificate.fingerprint(), now)) {
                throw PartnerTexts.refused(Kind.CONFLICT, "certificate.revoked", certificate.fingerprint());
            }
            long left = all.stream()
                    .filter(each -> each.use() == certificate.use() && !each.equals(certificate))
                    .filter(each -> each.believedAt(now))
                    .count();
            return new Revoked(certificate, left);
        });
    }

    /**
     * Ends the exchange with a partner; what was exchanged is kept.
     *
     * @throws RefusedException {@code partner.unknown}
     */
    public PartnerRecord remove(Area province) {
        return store.<PartnerRecord>write(session -> {
            Partners kept = session.exchange().partners();
            PartnerRecord before = require(kept, province);
            kept.update(before, before.removed());
            return before;
        });
    }

    /**
     * A fingerprint, or its beginning, as people write it.
     *
     * @throws RefusedException {@code certificate.digits}
     */
    public static String digits(String written) {
        String plain = written.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(plain).matches()) {
            throw PartnerTexts.refused(Kind.INVALID, "certificate.digits", written, LEAST_DIGITS);
        }
        return plain;
    }

    private static PartnerRecord require(Partners kept, Area province) {
        return kept.lock(province)
                .filter(PartnerRecord::active)
                .orElseThrow(() -> PartnerTexts.refused(Kind.NOT_FOUND, "partner.unknown", province));
    }

    private static PartnerCertificate only(List<PartnerCertificate> all, Area province, String written) {
        String digits = digits(written);
        List<PartnerCertificate> found = all.stream()
                .filter(each -> each.fingerprint().startsWith(digits))
                .toList();
        if (found.isEmpty()) {
            throw PartnerTexts.refused(Kind.NOT_FOUND, "certificate.unknown", province, digits);
        }
        if (found.size() > 1) {
            throw PartnerTexts.refused(Kind.INVALID, "certificate.ambiguous", province, digits);
        }
        return found.get(0);
    }
}
