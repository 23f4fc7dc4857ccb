package org.quanlian.documents.internal.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.quanlian.model.Area;

/** The words on papers. They are Chinese alone, as papers that offices take are; the interface tells all in English too. */
final class Texts {
    private static final Properties WORDS = load();

    private Texts() {}

    /** A text with its arguments in the places {@code {0}}, {@code {1}} and so on. */
    static String of(String key, Object... arguments) {
        String text = WORDS.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text is named " + key);
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean place = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            if (place) {
                // Filled once: braces in an argument stay what they are.
                filled.append(arguments[text.charAt(i + 1) - '0']);
                i += 2;
            } else {
                filled.append(text.charAt(i));
            }
        }
        return filled.toString();
    }

    /** The name of a constant. */
    static String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** An area by the name of its city, as far as it is known, with its code. */
    static String of(Area area) {
        String own = WORDS.getProperty("area." + area.code());
        if (own != null) {
            return own;
        }
        String city = WORDS.getProperty("area." + area.code().substring(0, 4) + "00");
        return city == null ? area.code() : city + "（" + area.code() + "）";
    }

    /** The province of an area, as titles have it. */
    static String province(Area area) {
        return WORDS.getProperty("area." + area.code().substring(0, 2) + "0000", "");
    }

    /** The body that reviews an area's claims first. */
    static String body(Area city) {
        String own = WORDS.getProperty("body." + city.code());
        return own == null ? of("body", of(city)) : own;
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("papers.properties")) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no papers.properties");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
