package org.quanlian.vouchers.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;

/**
 * What a partner's catalogue says of a provider of its province (外省机构目录), and how current it is. Where there is such a
 * partner, its word is what counts about its providers; a catalogue that is too old to know says nothing.
 */
public final class PartnerCatalogue {
    /** Code of the class of data in which partners tell institutions. */
    public static final String INSTITUTIONS = "institutions";

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(PartnerCatalogue.class);

    private final Duration longest;

    /** @param longest how long after both sides were last known to be the same a catalogue still counts */
    public PartnerCatalogue(Duration longest) {
        this.longest = longest;
    }

    /**
     * What is known of a provider.
     *
     * @param area where it is registered
     * @return empty when the node of that province tells this one nothing about its institutions
     */
    public Optional<Standing> of(Session session, Area area, Optional<UnifiedSocialCreditCode> uscc, Instant asOf) {
        Area province = new Area(area.code().substring(0, 2) + "0000");
        boolean told = session.exchange()
                .partners()
                .find(province)
                .filter(PartnerRecord::active)
                .filter(partner -> partner.receive().contains(INSTITUTIONS))
                .isPresent();
        if (!told) {
            return Optional.empty();
        }
        Optional<Instant> current = session.exchange().replicas().all().stream()
                .filter(replica -> replica.name().owner().equals(province)
                        && !replica.name().audience().equals(province)
                        && replica.name().dataClass().equals(INSTITUTIONS))
                .findFirst()
                .flatMap(replica -> replica.state().agreedAt());
        boolean stale = current.map(at -> at.plus(longest).isBefore(asOf)).orElse(true);
        Optional<ForeignProvider> listed =
                uscc.flatMap(code -> session.exchange().foreignProviders().find(province, code));
        return Optional.of(new Standing(province, current, stale, listed));
    }

    /**
     * What a partner's catalogue says of a provider.
     *
     * @param partner the province whose catalogue it is
     * @param current when both sides were last known to be the same; empty before that ever was
     * @param stale whether that is too long ago, so that it says nothing
     * @param listed the provider as it stands in it; empty when it does not
     */
    public record Standing(Area partner, Optional<Instant> current, boolean stale, Optional<ForeignProvider> listed) {
        public Standing {
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(current, "current");
            Objects.requireNonNull(listed, "listed");
        }

        /** What people are told: which catalogue, how current it is, and what that means for the provider. */
        public Finding finding() {
            String as = current.map(ChinaTime::dateOf).map(Object::toString).orElse("—");
            String code = stale ? "catalogue.stale" : listed.isPresent() ? "catalogue.listed" : "catalogue.unlisted";
            return new Finding(code, TEXTS.text(code, partner, as));
        }
    }

    /**
     * Something that people are told beside a decision.
     *
     * @param code {@code catalogue.listed}, {@code catalogue.unlisted} or {@code catalogue.stale}
     * @param text the same for people
     */
    public record Finding(String code, LocalizedText text) {
        public Finding {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }
    }
}
