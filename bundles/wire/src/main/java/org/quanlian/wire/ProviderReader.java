package org.quanlian.wire;

import static org.quanlian.wire.Conversions.AREA;
import static org.quanlian.wire.Conversions.USCC;
import static org.quanlian.wire.Conversions.YES_NO;
import static org.quanlian.wire.Conversions.oneOf;

import java.util.Optional;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;

/** Reads the provider of a service. */
final class ProviderReader {
    private ProviderReader() {}

    static Optional<Provider> provider(JsonObject json) {
        return Optional.of(new Provider(
                json.optional("uscc", USCC),
                json.optional("name", Conversions.shortText()),
                json.fact("kind", oneOf(ProviderKind.class)),
                json.fact("level", oneOf(ProviderLevel.class)),
                json.fact("area", AREA),
                json.fact("onSharingPlatform", YES_NO),
                json.fact("inVoucherSystem", YES_NO),
                json.fact("discredited", YES_NO),
                json.fact("affiliated", YES_NO)));
    }
}
