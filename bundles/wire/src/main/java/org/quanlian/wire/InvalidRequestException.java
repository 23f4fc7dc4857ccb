package org.quanlian.wire;

import java.util.List;
import java.util.stream.Collectors;

/** A request that is wrong in form, with everything that is wrong. */
public final class InvalidRequestException extends RuntimeException {
    private final transient List<FieldError> errors;

    /** @param errors everything that is wrong, at least one */
    public InvalidRequestException(List<FieldError> errors) {
        super(errors.stream()
                .map(error -> error.pointer() + ": " + error.message().en())
                .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** Everything that is wrong, in the order of the document. */
    public List<FieldError> errors() {
        return errors;
    }
}
