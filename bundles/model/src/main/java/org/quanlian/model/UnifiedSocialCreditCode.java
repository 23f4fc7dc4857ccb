package org.quanlian.model;

/**
 * The unified social credit code (统一社会信用代码) of a legal person: 18 characters with a check character.
 *
 * <p>Source: GB 32100-2015. The characters I, O, S, V and Z are not used. Letters may stand in the first eight
 * positions too.
 *
 * @param value the code, in capitals
 */
public record UnifiedSocialCreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    /** @throws InvalidValueException {@code uscc.length}, {@code uscc.character} or {@code uscc.check} */
    public UnifiedSocialCreditCode {
        if (value.length() != LENGTH) {
            throw new InvalidValueException("uscc.length", "a unified social credit code has 18 characters", LENGTH);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(value.charAt(i));
            if (digit < 0) {
                throw new InvalidValueException(
                        "uscc.character",
                        "a unified social credit code uses digits and capitals without I, O, S, V, Z");
            }
            if (i < LENGTH - 1) {
                sum += digit * weight;
                weight = weight * 3 % MODULUS;
            }
        }
        char expected = ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
        if (value.charAt(LENGTH - 1) != expected) {
            throw new InvalidValueException(
                    "uscc.check", "the check character of the code does not fit: check the code for a typing error");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
