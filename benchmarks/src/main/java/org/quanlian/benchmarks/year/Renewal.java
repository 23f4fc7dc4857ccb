package org.quanlian.benchmarks.year;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a copy is called: a new value for everything that a copied row is known by, the same one wherever the old stands.
 * What is known by nothing that was renewed stays as it is.
 */
public final class Renewal {
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CODE_BODY = 17;
    private static final int CODE_WEIGHT = 3;
    private static final int CODE_MODULUS = 31;
    private static final int CODE_PLACE = 8;

    private final Map<String, String> renewed = new HashMap<>();
    private final Supplier<String> ids;
    private final long serial;

    /**
     * The names of a copy.
     *
     * @param ids makes names that were never given before
     * @param serial the number of the copy among all, from 0; no other has it
     */
    public Renewal(Supplier<String> ids, long serial) {
        this.ids = ids;
        this.serial = serial;
    }

    /** What kind of name a column holds. */
    public enum Kind {
        /** An id. */
        ID,
        /** A number at the end of which a copy counts: claims, contracts, logins. */
        COUNTED,
        /** A unified social credit code, whose check character stays right (GB 32100-2015). */
        CREDIT_CODE,
        /** A number of digits alone, as long as before: invoices. */
        DIGITS
    }

    /** Gives an old name a new one; a name that has one already keeps it. */
    public void renew(Kind kind, String old, int place) {
        renewed.computeIfAbsent(old, name -> switch (kind) {
            case ID -> ids.get();
            case COUNTED -> name + "-" + serial;
            case CREDIT_CODE -> creditCode(name);
                // The place keeps apart what is of one copy.
            case DIGITS -> String.format("%0" + name.length() + "d", serial * 10_000 + place);
        });
    }

    /** The name in the copy of what had a name. */
    public String of(String old) {
        return renewed.getOrDefault(old, old);
    }

    private String creditCode(String old) {
        String body = old.substring(0, CODE_PLACE) + scrambled(old);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < CODE_BODY; i++) {
            sum += CODE_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * CODE_WEIGHT % CODE_MODULUS;
        }
        return body + CODE_ALPHABET.charAt((CODE_MODULUS - sum % CODE_MODULUS) % CODE_MODULUS);
    }

    /** Five characters that count the copies, then the last four of the old one, which tell the firms of a year apart. */
    private String scrambled(String old) {
        StringBuilder text = new StringBuilder();
        long rest = serial;
        for (int i = 0; i < 5; i++) {
            text.insert(0, CODE_ALPHABET.charAt((int) (rest % CODE_MODULUS)));
            rest /= CODE_MODULUS;
        }
        return text + old.substring(CODE_BODY - 4, CODE_BODY);
    }
}
