package org.quanlian.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.Scale;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.wire.JsonObject.Conversion;

/** How members of a request become values. */
public final class Conversions {
    /** True or false. */
    public static final Conversion<Boolean> YES_NO = Conversions::yesNo;
    /** Yuan, which may be negative. */
    public static final Conversion<Money> SIGNED_MONEY = node -> Money.parse(text(node));
    /** Yuan, not negative. */
    public static final Conversion<Money> MONEY = Conversions::notNegative;
    /** A day. */
    public static final Conversion<LocalDate> DATE = Conversions::date;
    /** An instant with its offset. */
    public static final Conversion<Instant> INSTANT = Conversions::instant;
    /** An area code. */
    public static final Conversion<Area> AREA = node -> new Area(text(node));
    /** A unified social credit code. */
    public static final Conversion<UnifiedSocialCreditCode> USCC = node -> new UnifiedSocialCreditCode(text(node));

    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private Conversions() {}

    /** The name of a constant. */
    public static <E extends Enum<E>> Conversion<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return node -> {
            String name = text(node);
            for (E constant : constants) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw new InvalidValueException(
                    "field.choice", "expected one of " + Arrays.toString(constants), Arrays.toString(constants));
        };
    }

    /** A name or number as people write it: not blank, at most 200 characters, no control characters. */
    public static Conversion<String> shortText() {
        return node -> ShortText.require(text(node));
    }

    /** The number of an invoice: eight digits or twenty. */
    public static Conversion<String> invoiceDigits() {
        return node -> digits(text(node), "invoice.number", 8, 20);
    }

    /** The code of an older invoice: ten digits or twelve. */
    public static Conversion<String> invoiceCode() {
        return node -> digits(text(node), "invoice.code", 10, 12);
    }

    /** A text of several lines, such as a reason: not blank, at most so many characters. */
    public static Conversion<String> longText(int maxLength) {
        return node -> {
            String text = text(node);
            if (text.isBlank()) {
                throw new InvalidValueException("text.blank", "must not be blank");
            }
            if (text.length() > maxLength) {
                throw new InvalidValueException("text.length", "at most " + maxLength + " characters", maxLength);
            }
            if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
                throw new InvalidValueException("text.control", "must not contain control characters");
            }
            return text;
        };
    }

    /** A whole number between two bounds, both included. */
    public static Conversion<Integer> number(int least, int most) {
        return node -> {
            int number = wholeNumber(node);
            if (number < least || number > most) {
                throw new InvalidValueException("number.range", "between " + least + " and " + most, least, most);
            }
            return number;
        };
    }

    /** A text that a constructor takes or refuses with {@link InvalidValueException}, such as an identifier. */
    public static <T> Conversion<T> value(Function<? super String, ? extends T> constructor) {
        return node -> constructor.apply(text(node));
    }

    private static String digits(String text, String reason, int oneLength, int otherLength) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() != oneLength && text.length() != otherLength)) {
            throw new InvalidValueException(reason, "expected " + oneLength + " or " + otherLength + " digits");
        }
        return text;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new InvalidValueException("json.string", "expected a text in quotation marks");
        }
        return node.textValue();
    }

    private static boolean yesNo(JsonNode node) {
        if (!node.isBoolean()) {
            throw new InvalidValueException("json.boolean", "expected true or false");
        }
        return node.booleanValue();
    }

    /** A number of people. */
    public static Conversion<Integer> employees() {
        return node -> {
            int people = wholeNumber(node);
            if (people < 0 || people > Scale.MAX_EMPLOYEES) {
                throw new InvalidValueException("employees.range", "between 0 and 10000000", Scale.MAX_EMPLOYEES);
            }
            return people;
        };
    }

    private static int wholeNumber(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new InvalidValueException("json.integer", "expected a whole number");
        }
        return node.intValue();
    }

    private static Money notNegative(JsonNode node) {
        Money amount = Money.parse(text(node));
        if (amount.isNegative()) {
            throw new InvalidValueException("money.negative", "this amount must not be negative");
        }
        return amount;
    }

    private static LocalDate date(JsonNode node) {
        String text = text(node);
        try {
            if (DATE_FORM.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new InvalidValueException("date.format", "no such day: " + e.getMessage());
        }
        throw new InvalidValueException("date.format", "expected a date such as 2025-03-02");
    }

    private static Instant instant(JsonNode node) {
        String text = text(node);
        try {
            if (INSTANT_FORM.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new InvalidValueException("instant.format", "no such instant: " + e.getMessage());
        }
        throw new InvalidValueException("instant.format", "expected an instant such as 2025-07-01T10:00:00+08:00");
    }
}
