package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;

/**
 * A provider that a partner province registered, as it told (外省服务机构).
 *
 * @param partner the province that registered it
 * @param uscc its unified social credit code
 * @param name name as registered there
 * @param area area of registration
 * @param kind what it is, if it is one of the kinds that this node knows
 * @param level which level of government recognised it, if it is one of those that this node knows
 * @param onSharingPlatform whether it is registered on its province's sharing platform
 * @param toldAt when the partner told this last
 */
public record ForeignProvider(
        Area partner,
        UnifiedSocialCreditCode uscc,
        String name,
        Area area,
        Optional<ProviderKind> kind,
        Optional<ProviderLevel> level,
        boolean onSharingPlatform,
        Instant toldAt) {
    /** @throws org.quanlian.model.InvalidValueException {@code text.*} */
    public ForeignProvider {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(uscc, "uscc");
        ShortText.require(name);
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(toldAt, "toldAt");
    }
}
