package org.quanlian.vouchers.relations;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;

/**
 * A firm, an institution or a person, as it stands in the graph of relations.
 *
 * @param key what knows it again: the code of an organisation, the keyed hash of a person's document
 * @param name what people call it
 */
public record Party(String key, String name) {
    private static final String ORGANISATION = "O:";
    private static final String PERSON = "P:";

    /** @throws org.quanlian.model.InvalidValueException {@code text.*} for a name that is no short text */
    public Party {
        Objects.requireNonNull(key, "key");
        ShortText.require(name);
    }

    /** What knows an organisation again. */
    public static String keyOf(UnifiedSocialCreditCode uscc) {
        return ORGANISATION + uscc.value();
    }

    /** An organisation. */
    public static Party organisation(UnifiedSocialCreditCode uscc, String name) {
        return new Party(keyOf(uscc), name);
    }

    /**
     * A person.
     *
     * @param hash what {@link org.quanlian.vouchers.registry.PersonKeys} made of the number of a document
     */
    public static Party person(String hash, String name) {
        return new Party(PERSON + hash, name);
    }

    /** Its code, when it is an organisation. */
    public Optional<UnifiedSocialCreditCode> uscc() {
        return key.startsWith(ORGANISATION)
                ? Optional.of(new UnifiedSocialCreditCode(key.substring(ORGANISATION.length())))
                : Optional.empty();
    }

    /** Whether it is a person. */
    public boolean isPerson() {
        return key.startsWith(PERSON);
    }

    /** The same with a person's name reduced to its first character. */
    public Party masked() {
        return isPerson() ? new Party(key, name.substring(0, name.offsetByCodePoints(0, 1)) + "**") : this;
    }
}
