package org.quanlian.cli;

import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.InvalidRequestException;
import org.quanlian.wire.Problem;

/** What went wrong with an assessment, as the problem that REST would answer. */
final class Problems {
    private static final String TYPE = "urn:quanlian:problem:";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** There is no request to be found in a log. */
    private static final String NO_TRACE = "offline";

    private Problems() {}

    /** The problem, unless the fault is ours. */
    static Optional<Problem> of(RuntimeException e, PolicyRegistry registry) {
        if (e instanceof InvalidRequestException invalid) {
            return Optional.of(invalid(invalid.errors()));
        }
        if (e instanceof NoValueException early) {
            LocalizedText text = CliTexts.of("problem.early", early.day(), early.firstDay());
            return Optional.of(invalid(List.of(new FieldError("/asOf", "as-of.too-early", text))));
        }
        if (e instanceof PolicyNotFoundException missing) {
            PolicyName name = new PolicyName(missing.province(), missing.year(), missing.version());
            LocalizedText text = CliTexts.of("problem.policy", name, PolicyChoice.names(registry));
            return Optional.of(problem("policy-not-found", NOT_FOUND, text, List.of()));
        }
        if (e instanceof UsageException usage) {
            return Optional.of(problem("invalid-request", BAD_REQUEST, usage.text(), List.of()));
        }
        return Optional.empty();
    }

    private static Problem invalid(List<FieldError> errors) {
        return problem("invalid-request", BAD_REQUEST, CliTexts.of("problem.invalid", errors.size()), errors);
    }

    private static Problem problem(String name, int status, LocalizedText detail, List<FieldError> errors) {
        return new Problem(
                TYPE + name, CliTexts.of("problem.title." + name), status, detail, Optional.empty(), NO_TRACE, errors);
    }
}
