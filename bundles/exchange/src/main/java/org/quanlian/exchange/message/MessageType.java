package org.quanlian.exchange.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/**
 * What a message says (报文类型), the CloudEvents attribute {@code type}: {@code cn.quanlian.<class>.<kind>.v<version>}.
 *
 * @param dataClass the class by which it is allowed
 * @param kind what happened, for example {@code changed}; lower-case letters and hyphens
 * @param version version of what stands in its data, from 1
 */
public record MessageType(DataClass dataClass, String kind, int version) {
    private static final Pattern FORM =
            Pattern.compile("cn\\.quanlian\\.([a-z]{1,20})\\.([a-z-]{1,30})\\.v([1-9]\\d?)");
    private static final Pattern KIND = Pattern.compile("[a-z-]{1,30}");

    /** @throws InvalidValueException {@code type.format} */
    public MessageType {
        if (!KIND.matcher(kind).matches() || version < 1 || version > 99) {
            throw new InvalidValueException("type.format", "a kind has lower-case letters, a version is 1 to 99");
        }
    }

    /**
     * Reads a type.
     *
     * @throws InvalidValueException {@code type.format} when it has another form, {@code type.class} when its class is
     *     unknown
     */
    public static MessageType parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValueException("type.format", "a type is such as cn.quanlian.credit.suspended.v1");
        }
        DataClass dataClass = DataClass.of(matcher.group(1))
                .orElseThrow(() -> new InvalidValueException("type.class", "there is no such class of data"));
        return new MessageType(dataClass, matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    @Override
    public String toString() {
        return "cn.quanlian." + dataClass.code() + "." + kind + ".v" + version;
    }
}
