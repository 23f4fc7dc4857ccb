package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.accounts.Passwords;
import org.quanlian.vouchers.accounts.ProviderSignIn;
import org.quanlian.vouchers.accounts.SignIn;

/**
 * How every resource of the voucher year does its work: it knows who asks, runs in one transaction, does a retried POST
 * once, and changes only what the client has read.
 */
public final class Api {
    /** After how long to ask again for what the store could not do now. */
    static final Duration RETRY_STORE_AFTER = Duration.ofSeconds(5);

    private static final String JSON = "application/json";

    private final Supplier<Optional<Ports>> ports;
    private final RepeatedPosts repeats;

    /**
     * What is there only while the database is.
     *
     * @param store where the voucher year is kept
     * @param identity knows who asks
     */
    public record Ports(Store store, Identity identity) {
        /** Logs people in and out. */
        public SignIn signIn() {
            return identity.signIn();
        }

        /** Logs people in at another provider of identities. */
        public ProviderSignIn provider() {
            return identity.provider();
        }

        /** Hashes passwords, outside of transactions. */
        public Passwords passwords() {
            return identity.passwords();
        }
    }

    /** Work for an actor, in a transaction. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        Reply apply(Session session, Actor actor);
    }

    /** A change of what an actor has read in a version. */
    @FunctionalInterface
    public interface Change {
        /** Does it, unless what is there has another version. */
        Reply apply(Session session, Actor actor, long version);
    }

    /** Work for an actor, in transactions of its own. */
    @FunctionalInterface
    public interface Parts {
        /** Does it. */
        Reply apply(Store store, Actor actor, Part part);
    }

    /** Tells what of a work in parts is to be done. */
    @FunctionalInterface
    public interface Part {
        /**
         * Whether a part is to be done in this transaction: when the same request did it before, it is not.
         *
         * @param name tells it from the other parts of the request
         */
        boolean begins(Session session, String name);
    }

    /** Who asks, and what was answered to the same before. */
    private record Begun(Actor actor, Optional<Reply> answer) {}

    /** Work for anybody, in a transaction. */
    @FunctionalInterface
    public interface OpenWork {
        /** Does it. */
        Reply apply(Session session);
    }

    /**
     * Runs resources.
     *
     * @param ports what is there while the database is
     * @param clock tells when a POST was answered
     */
    public Api(Supplier<Optional<Ports>> ports, Clock clock) {
        this.ports = ports;
        this.repeats = new RepeatedPosts(clock);
    }

    /** Reads for an actor; answers 304 when the client has it already. */
    public Response read(HttpServletRequest request, Work work) {
        Ports at = ports();
        return tell(request, at.store().read(session -> work.apply(session, caller(at, session, request))));
    }

    /** Reads for anybody. */
    public Response readOpenly(HttpServletRequest request, OpenWork work) {
        return tell(request, ports().store().read(work::apply));
    }

    /** Reads for an actor, and writes down that it was read. */
    public Response readRecorded(HttpServletRequest request, Work work) {
        Ports at = ports();
        return tell(request, at.store().write(session -> work.apply(session, caller(at, session, request))));
    }

    /** Does something for an actor; with an {@code Idempotency-Key} once, however often it is asked. */
    public Response post(HttpServletRequest request, byte[] body, Work work) {
        Ports at = ports();
        Optional<RepeatedPosts.Key> key = RepeatedPosts.key(request, body);
        Reply reply = at.store().write(session -> {
            Actor actor = caller(at, session, request);
            return key.isEmpty()
                    ? work.apply(session, actor)
                    : repeats.once(session, actor, key.get(), () -> work.apply(session, actor));
        });
        return tell(request, reply);
    }

    /**
     * Does something for an actor in transactions of its own. With an {@code Idempotency-Key} what was answered is answered
     * again; when the node ended in between, the parts that were done are told as done, and the rest is done.
     */
    public Response postInParts(HttpServletRequest request, byte[] body, Parts work) {
        Ports at = ports();
        Optional<RepeatedPosts.Key> key = RepeatedPosts.key(request, body);
        Begun begun = at.store().write(session -> {
            Actor actor = caller(at, session, request);
            return new Begun(actor, key.flatMap(told -> repeats.answered(session, actor, told)));
        });
        if (begun.answer().isPresent()) {
            return tell(request, begun.answer().get());
        }
        Actor actor = begun.actor();
        Part part = (session, name) ->
                key.isEmpty() || repeats.begins(session, actor, key.get().part(name));
        Reply done = work.apply(at.store(), actor, part);
        return tell(
                request,
                key.isEmpty()
                        ? done
                        : at.store().write(session -> repeats.once(session, actor, key.get(), () -> done)));
    }

    /** Does something for anybody. */
    public Response postOpenly(HttpServletRequest request, OpenWork work) {
        return tell(request, ports().store().write(work::apply));
    }

    /** Changes what the client has read, as its {@code If-Match} tells. */
    public Response change(HttpServletRequest request, Change work) {
        Ports at = ports();
        long version = Tags.ifMatch(request);
        return tell(request, at.store().write(session -> work.apply(session, caller(at, session, request), version)));
    }

    /** Does something that may be done again without harm, such as ending a session. */
    public Response act(HttpServletRequest request, Work work) {
        return readRecorded(request, work);
    }

    /** The store and who guards it, for work that does not fit one transaction. */
    public Ports ports() {
        return ports.get()
                .orElseThrow(() -> ProblemException.later(ProblemKind.SERVICE_UNAVAILABLE, "", RETRY_STORE_AFTER));
    }

    /** Who asks. */
    public static Actor caller(Ports at, Session session, HttpServletRequest request) {
        return at.identity().authenticator().authenticate(session, accessToken(request));
    }

    /** The access token of a request, whatever it is worth. */
    public static String accessToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            throw ProblemException.of(ProblemKind.UNAUTHENTICATED);
        }
        return header.substring("Bearer ".length()).strip();
    }

    /** Tells what came of work that does not fit one transaction. */
    public static Response tell(HttpServletRequest request, Reply reply) {
        if (request.getMethod().equals("GET")) {
            return reply.version()
                    .map(version -> new Representation(reply.json(), JSON, Tags.of(version)))
                    .orElseGet(() -> new Representation(reply.json(), JSON))
                    .answer(request);
        }
        Response.ResponseBuilder response = Response.status(reply.status());
        reply.version().ifPresent(version -> response.header("ETag", Tags.of(version)));
        reply.location().ifPresent(location -> response.header("Location", location));
        if (reply.json().length > 0) {
            response.entity(reply.json()).type(JSON).header("Content-Length", reply.json().length);
        }
        return response.build();
    }
}
