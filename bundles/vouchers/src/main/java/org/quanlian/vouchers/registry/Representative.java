package org.quanlian.vouchers.registry;

import java.util.Objects;
import org.quanlian.model.ShortText;

/**
 * The legal representative of an organisation (法定代表人). The identity card number itself is not kept: what shows is
 * masked, and {@link PersonKeys} knows the person again. The full number stands on the document alone.
 *
 * @param name their name
 * @param maskedNumber the identity card number with its middle hidden
 * @param key the person's name in the graph of relations
 */
public record Representative(String name, String maskedNumber, String key) {
    /** @throws org.quanlian.model.InvalidValueException {@code text.*} for a name that is no short text */
    public Representative {
        ShortText.require(name);
        Objects.requireNonNull(maskedNumber, "maskedNumber");
        Objects.requireNonNull(key, "key");
    }

    /** A representative as they were declared. */
    public static Representative of(String name, ResidentNumber number, PersonKeys keys) {
        return new Representative(name, number.masked(), keys.of(number));
    }

    /** With the name reduced to its first character, for those who see personal data only masked. */
    public Representative masked() {
        int first = name.offsetByCodePoints(0, 1);
        return new Representative(name.substring(0, first) + "**", "*".repeat(maskedNumber.length()), key);
    }
}
