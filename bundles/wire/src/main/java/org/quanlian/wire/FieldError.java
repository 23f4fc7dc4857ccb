package org.quanlian.wire;

import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * One thing that is wrong in form with a request.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the document as a whole
 * @param code stable code of what is wrong, for example {@code uscc.check}
 * @param message what is wrong and what to do
 */
public record FieldError(String pointer, String code, LocalizedText message) {
    public FieldError {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
