package org.quanlian.vouchers.exchange;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Page;

/** The providers that partner provinces registered, as they are kept. */
public interface ForeignProviders {
    /** A provider that a partner registered. */
    Optional<ForeignProvider> find(Area partner, UnifiedSocialCreditCode uscc);

    /** Keeps a provider, in place of what was there. */
    void put(ForeignProvider provider);

    /** Takes a provider away that is not registered any more. */
    void remove(Area partner, UnifiedSocialCreditCode uscc);

    /** The providers of a partner, by their codes. */
    Page<ForeignProvider> list(Area partner, Page.Request page);
}
