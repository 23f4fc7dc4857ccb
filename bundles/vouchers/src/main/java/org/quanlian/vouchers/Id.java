package org.quanlian.vouchers;

import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/**
 * The name of one thing in the system (标识): 26 characters that begin with the time at which it was made, so that names
 * sort by age, and end with 80 random bits, so that nobody guesses them.
 *
 * <p>The form is that of a ULID: Crockford's base 32, in capitals.
 *
 * @param <T> what it names; a claim's name can't be taken for an order's
 * @param value the 26 characters
 */
@SuppressWarnings("UnusedTypeParameter") // It is for the compiler alone.
public record Id<T>(String value) implements Comparable<Id<?>> {
    /** How many characters a name has. */
    public static final int LENGTH = 26;

    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /** @throws InvalidValueException {@code id.format} */
    public Id {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("id.format", "no name in this system has that form");
        }
    }

    @Override
    public int compareTo(Id<?> other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
