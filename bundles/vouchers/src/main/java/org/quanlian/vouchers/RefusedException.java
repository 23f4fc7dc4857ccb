package org.quanlian.vouchers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/**
 * Something that was asked for and is not done, with the reason and what to do: everyday work, not a failure.
 *
 * <p>Its text is the one named {@code <code>} in the messages beside the area's class that refuses. Nothing was
 * changed, because the transaction ends with it.
 */
public final class RefusedException extends RuntimeException {
    /** What kind of refusal it is. */
    public enum Kind {
        /** There is no such thing, or the actor may not know of it. */
        NOT_FOUND(404),
        /** The actor may not do that. */
        FORBIDDEN(403),
        /** What is there does not allow it now: a state, a duplicate, a limit. */
        CONFLICT(409),
        /** Somebody changed it in between. */
        STALE(412),
        /** The value itself can't be taken. */
        INVALID(400),
        /** It is not known who asks: the token is missing, wrong or too old. */
        UNAUTHENTICATED(401),
        /** It was asked too often; later it may be done. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status by which it is told, and written down in the audit trail. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final String field;
    private final transient LocalizedText text;
    private final Duration retryAfter;

    private RefusedException(Kind kind, String code, String field, LocalizedText text, Duration retryAfter) {
        super(code + ": " + text.en(), null, false, false);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = code;
        this.field = field;
        this.text = text;
        this.retryAfter = retryAfter;
    }

    /** Makes the refusals of one area, told in its texts. */
    public static final class Texts {
        private final MessageCatalog catalog;

        /** @param anchor the class beside which {@code messages.properties} and {@code messages_en.properties} stand */
        public Texts(Class<?> anchor) {
            catalog = MessageCatalog.beside(anchor);
        }

        /** A refusal. */
        public RefusedException refused(Kind kind, String code, Object... arguments) {
            return new RefusedException(kind, code, "", catalog.render(code, List.of(arguments)), Duration.ZERO);
        }

        /**
         * A refusal that lists its reasons.
         *
         * @param reasons the reasons, told as argument {@code {0}}, one after the other
         * @param arguments the arguments from {@code {1}} on
         */
        public RefusedException refusedFor(Kind kind, String code, List<LocalizedText> reasons, Object... arguments) {
            return new RefusedException(
                    kind,
                    code,
                    "",
                    new LocalizedText(
                            told(code, reasons, LocalizedText::zh, "；", arguments)
                                    .zh(),
                            told(code, reasons, LocalizedText::en, "; ", arguments)
                                    .en()),
                    Duration.ZERO);
        }

        private LocalizedText told(
                String code,
                List<LocalizedText> reasons,
                Function<LocalizedText, String> language,
                String separator,
                Object... arguments) {
            List<Object> all = new ArrayList<>(List.of(arguments));
            all.add(0, reasons.stream().map(language).collect(Collectors.joining(separator)));
            return catalog.render(code, all);
        }

        /** A value that can't be taken, at a field of the request by its JSON Pointer. */
        public RefusedException invalid(String field, String code, Object... arguments) {
            return new RefusedException(
                    Kind.INVALID, code, field, catalog.render(code, List.of(arguments)), Duration.ZERO);
        }

        /** Something that was asked too often and may be done after a while; the text's argument is the seconds. */
        public RefusedException tooMany(String code, Duration retryAfter) {
            Duration whole = Duration.ofSeconds(
                    Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds()));
            return new RefusedException(
                    Kind.TOO_MANY, code, "", catalog.render(code, List.of(whole.toSeconds())), whole);
        }

        /** A refusal whose text was put together of several. */
        public RefusedException told(Kind kind, String code, LocalizedText text) {
            return new RefusedException(kind, code, "", text, Duration.ZERO);
        }

        /** A text of the area that is no refusal. */
        public LocalizedText text(String code, Object... arguments) {
            return catalog.render(code, List.of(arguments));
        }
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** Stable code of the reason, for example {@code claim.late}. */
    public String code() {
        return code;
    }

    /** JSON Pointer of the field that can't be taken; empty when it is not about a field. */
    public String field() {
        return field;
    }

    /** The reason and what to do. */
    public LocalizedText text() {
        return text;
    }

    /** After how long to ask again, in whole seconds; zero unless it is {@link Kind#TOO_MANY}. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
