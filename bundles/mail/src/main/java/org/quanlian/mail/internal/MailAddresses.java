package org.quanlian.mail.internal;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Mail addresses: one of them, without a name, in ASCII, with a domain (RFC 5321, 4.1.2). */
public final class MailAddresses {
    /** How long one may be (RFC 5321, 4.5.3.1.3, without the brackets). */
    private static final int MAX_LENGTH = 254;

    private MailAddresses() {}

    /** Whether a text is an address and nothing else: no second one, no name, no line that ends. */
    public static boolean isAddress(String text) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(c -> c <= ' ' || c >= 0x7f) || text.indexOf('@') < 1) {
            return false;
        }
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address.getAddress().equals(text) && !address.isGroup();
        } catch (AddressException e) {
            return false;
        }
    }
}
