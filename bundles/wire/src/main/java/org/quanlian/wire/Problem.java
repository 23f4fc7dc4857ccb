package org.quanlian.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;

/**
 * Why a request was not answered, and what to do about it. Source: RFC 9457.
 *
 * @param type stable URI of the kind of problem, {@code urn:quanlian:problem:} and a name
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param detail this problem in words, with what to do
 * @param code stable code of what was refused, when the request was understood and refused
 * @param traceId name of the request in the logs
 * @param errors what is wrong in form, if that is the problem
 */
public record Problem(
        String type,
        LocalizedText title,
        int status,
        LocalizedText detail,
        Optional<String> code,
        String traceId,
        List<FieldError> errors) {
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(traceId, "traceId");
        errors = List.copyOf(errors);
    }
}
