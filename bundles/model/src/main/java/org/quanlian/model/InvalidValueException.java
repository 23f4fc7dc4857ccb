package org.quanlian.model;

import java.util.List;
import java.util.Objects;

/**
 * A value that is wrong in form and was refused at the door.
 *
 * <p>The reason is a stable code such as {@code uscc.check}; whoever talks to people translates it. The message is
 * English and for logs.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private final String reason;
    private final transient List<Object> arguments;

    /**
     * @param reason stable code of what is wrong
     * @param message what is wrong, in English
     * @param arguments what a translated message may mention, in order
     */
    public InvalidValueException(String reason, String message, Object... arguments) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.arguments = List.of(arguments);
    }

    /** Stable code of what is wrong, for example {@code money.format}. */
    public String reason() {
        return reason;
    }

    /** What a translated message may mention, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
