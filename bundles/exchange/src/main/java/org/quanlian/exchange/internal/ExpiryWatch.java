package org.quanlian.exchange.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.quanlian.exchange.partner.PartnerOverview;
import org.quanlian.policy.api.LocalizedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time what ends soon, and says so in the log when it is not what it was. */
public final class ExpiryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);

    private final PartnerOverview overview;
    private final AtomicReference<List<LocalizedText>> last = new AtomicReference<>(List.of());

    /** @param overview tells what ends */
    public ExpiryWatch(PartnerOverview overview) {
        this.overview = overview;
    }

    /** Looks. */
    public void round() {
        List<LocalizedText> warnings = overview.warnings();
        if (!last.getAndSet(warnings).equals(warnings)) {
            warnings.forEach(warning -> LOG.warn("{} {}", warning.zh(), warning.en()));
        }
    }

    /** How many warnings there were when it was last looked. */
    public int warnings() {
        return last.get().size();
    }
}
