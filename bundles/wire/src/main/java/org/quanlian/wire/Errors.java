package org.quanlian.wire;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.MessageCatalog;

/** Collects what is wrong with one request, each with its text. */
public final class Errors {
    /** More errors than a person reads; the rest of a hopeless request is not listed. */
    static final int MAX_LISTED = 1000;

    private static final MessageCatalog TEXTS = MessageCatalog.beside(Errors.class);

    private final List<FieldError> found = new ArrayList<>();

    /** Notes what is wrong at a pointer, told by the text of that code. */
    public void add(String pointer, String code, Object... arguments) {
        if (found.size() < MAX_LISTED) {
            found.add(new FieldError(pointer, code, TEXTS.render(code, List.of(arguments))));
        }
    }

    /** Notes that a value was refused at a pointer. */
    public void add(String pointer, InvalidValueException refusal) {
        add(pointer, refusal.reason(), refusal.arguments().toArray());
    }

    /** Whether anything is wrong so far. */
    public boolean any() {
        return !found.isEmpty();
    }

    InvalidRequestException asException() {
        return new InvalidRequestException(found);
    }
}
