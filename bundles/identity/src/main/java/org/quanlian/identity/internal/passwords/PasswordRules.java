package org.quanlian.identity.internal.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.vouchers.RefusedException;

/**
 * What a password that somebody chooses must be like: long, not the login, and not one that everybody tries first. There are
 * no rules about kinds of characters, which make passwords worse. Source: NIST SP 800-63B, section 5.1.1.2.
 */
final class PasswordRules {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(PasswordRules.class);
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    private static final int FEWEST_KINDS = 5;

    private final Set<String> common = load();

    /** @throws RefusedException {@code INVALID} with what is wrong */
    void require(String login, String password, String field) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw TEXTS.invalid(field, "password.length", MIN_LENGTH, MAX_LENGTH);
        }
        if (password.codePoints().anyMatch(Character::isISOControl)) {
            throw TEXTS.invalid(field, "password.control");
        }
        String key = password.toLowerCase(Locale.ROOT);
        if (!login.isEmpty() && key.contains(login.toLowerCase(Locale.ROOT))) {
            throw TEXTS.invalid(field, "password.login");
        }
        if (password.codePoints().distinct().count() < FEWEST_KINDS || common.contains(key)) {
            throw TEXTS.invalid(field, "password.common");
        }
    }

    private static Set<String> load() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no list of common passwords");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
