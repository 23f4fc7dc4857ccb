package org.quanlian.vouchers.accounts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/** The form of logins (登录名): 3 to 64 letters, digits and {@code . _ - @}, of ASCII so that none looks like another. */
public final class Logins {
    /** The most characters that a login may have. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");

    private Logins() {}

    /**
     * The login itself, when it is in form.
     *
     * @throws InvalidValueException {@code login.format}
     */
    public static String require(String login) {
        if (!FORM.matcher(login).matches()) {
            throw new InvalidValueException(
                    "login.format", "a login has 3 to 64 letters, digits, dots, hyphens, underscores and @");
        }
        return login;
    }

    /** What is the same for logins that differ in the case of their letters only. */
    public static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
