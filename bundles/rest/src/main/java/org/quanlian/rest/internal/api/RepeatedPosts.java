package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.RepeatedRequests.Answer;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;

/** Does a POST that comes again with the same key once, and answers it the same. */
final class RepeatedPosts {
    private static final int MAX_KEY_LENGTH = 200;

    private final Clock clock;

    RepeatedPosts(Clock clock) {
        this.clock = clock;
    }

    /**
     * The key of a request.
     *
     * @param key what the client chose
     * @param request digest of method, path and body
     */
    record Key(String key, String request) {
        /** The key of a part of the request; no client can choose it, because it begins with a blank. */
        Key part(String name) {
            return new Key(" " + digest(key + "\n", name.getBytes(StandardCharsets.UTF_8)), request);
        }
    }

    /** The key of a request, if it has one. */
    static Optional<Key> key(HttpServletRequest request, byte[] body) {
        return Optional.ofNullable(request.getHeader("Idempotency-Key")).map(key -> {
            if (key.isEmpty() || key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw ProblemException.told(ProblemKind.BAD_REQUEST, "idempotency-key", MAX_KEY_LENGTH);
            }
            return new Key(key, digest(request.getMethod() + " " + request.getRequestURI() + "\n", body));
        });
    }

    /** Does the work and keeps its answer, or gives the answer that was kept. */
    Reply once(Session session, Actor actor, Key key, Supplier<Reply> work) {
        return before(session, actor, key).orElseGet(() -> keep(session, actor, key, work.get()));
    }

    /** Whether a part of a request is to be done: it is not when it was, as the transaction that did it wrote down. */
    boolean begins(Session session, Actor actor, Key part) {
        if (before(session, actor, part).isPresent()) {
            return false;
        }
        keep(session, actor, part, Reply.noContent());
        return true;
    }

    /** The answer that was given to the same request, if there is one yet. */
    Optional<Reply> answered(Session session, Actor actor, Key key) {
        return same(
                session, key, session.repeatedRequests().look(actor.account().value(), key.key()));
    }

    /** The answer that was given to the same request, if it was asked before; whoever asks it meanwhile waits. */
    private Optional<Reply> before(Session session, Actor actor, Key key) {
        return same(
                session, key, session.repeatedRequests().find(actor.account().value(), key.key()));
    }

    private static Optional<Reply> same(Session session, Key key, Optional<Answer> before) {
        before.ifPresent(answer -> {
            if (!answer.request().equals(key.request())) {
                throw ProblemException.of(ProblemKind.IDEMPOTENCY_KEY_REUSED);
            }
            session.audit().repeated();
        });
        return before.map(RepeatedPosts::replyOf);
    }

    /** Keeps an answer for whoever asks the same again, and gives it. */
    private Reply keep(Session session, Actor actor, Key key, Reply reply) {
        session.repeatedRequests()
                .keep(
                        actor.account().value(),
                        key.key(),
                        new Answer(
                                key.request(),
                                reply.status(),
                                reply.location().orElse(""),
                                new String(reply.json(), StandardCharsets.UTF_8),
                                clock.instant()));
        return reply;
    }

    private static Reply replyOf(Answer answer) {
        return new Reply(
                answer.status(),
                answer.body().getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.of(answer.location()).filter(location -> !location.isEmpty()));
    }

    private static String digest(String head, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
