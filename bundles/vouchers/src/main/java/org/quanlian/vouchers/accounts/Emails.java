package org.quanlian.vouchers.accounts;

import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/** The form of mail addresses (电子邮箱), as far as it can be told without sending mail. */
public final class Emails {
    /** The most characters that an address may have. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern FORM = Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private Emails() {}

    /**
     * The address itself, when it is in form.
     *
     * @throws InvalidValueException {@code email.format}
     */
    public static String require(String address) {
        if (address.length() > MAX_LENGTH || !FORM.matcher(address).matches()) {
            throw new InvalidValueException(
                    "email.format", "a mail address looks like name@example.org and has at most 200 characters");
        }
        return address;
    }

    /** An address in form whose first letter and domain alone can be seen. */
    static String masked(String address) {
        return address.substring(0, 1) + "***" + address.substring(address.lastIndexOf('@'));
    }
}
