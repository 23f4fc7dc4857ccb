package org.quanlian.wire;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.MessageCatalog;

/** Collects what is wrong with one request, each with its text. */
final class Errors {
    /** More errors than a person reads; the rest of a hopeless request is not listed. */
    static final int MAX_LISTED = 1000;

    private static final MessageCatalog TEXTS = MessageCatalog.beside(Errors.class);

    private final List<FieldError> found = new ArrayList<>();

    void add(String pointer, String code, Object... arguments) {
        if (found.size() < MAX_LISTED) {
            found.add(new FieldError(pointer, code, TEXTS.render(code, List.of(arguments))));
        }
    }

    void add(String pointer, InvalidValueException refusal) {
        add(pointer, refusal.reason(), refusal.arguments().toArray());
    }

    boolean any() {
        return !found.isEmpty();
    }

    InvalidRequestException asException() {
        return new InvalidRequestException(found);
    }
}
