package org.quanlian.rest.internal.http;

import java.util.List;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.wire.Problem;
import org.quanlian.wire.ProblemWriter;

/** Tells problems in words, as {@code application/problem+json} (RFC 9457). */
public final class Problems {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final MessageCatalog texts = MessageCatalog.beside(Problems.class);
    private final ProblemWriter writer = new ProblemWriter();

    /** The body that tells a problem. */
    public byte[] tell(ProblemException problem, TraceId trace) {
        String key = "problem." + problem.kind().slug();
        String detail = problem.variant().isEmpty() ? key + ".detail" : key + ".detail." + problem.variant();
        return writer.write(new Problem(
                problem.kind().type(),
                texts.render(key + ".title", List.of()),
                problem.kind().status(),
                problem.refusal()
                        .map(ProblemException.Refusal::text)
                        .orElseGet(() -> texts.render(detail, problem.arguments())),
                problem.refusal().map(ProblemException.Refusal::code),
                trace.value(),
                problem.errors()));
    }
}
